declare global {
  interface Buffer {
    /** Never shared memory: without this a compiler that tells the two apart takes no Buffer for a Uint8Array. */
    readonly buffer: ArrayBuffer;
  }
}

export {};
