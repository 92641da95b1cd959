/** Brings a configuration file to an exact size: more VLAN lines at its end, or its first bytes. */
export function padFile(file: Buffer, sizeBytes: number | undefined): Buffer {
  if (sizeBytes === undefined || sizeBytes === file.length) return file;
  if (sizeBytes < file.length) return file.subarray(0, sizeBytes);
  const lines: string[] = [];
  for (let vlan = 1000, length = file.length; length < sizeBytes; vlan++) {
    const line = `vlan ${1000 + (vlan % 3000)} admin-state enable name "AREA-${vlan}"\n`;
    lines.push(line);
    length += line.length;
  }
  const whole = Buffer.concat([file, Buffer.from(lines.join(''))]).subarray(0, sizeBytes);
  whole[sizeBytes - 1] = 0x0a;
  return whole;
}
