import { readdirSync } from 'node:fs';

/** All TypeScript files below the folders, relative to the root, forward slashes; generated and installed files left out. */
export function sourceFiles(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
      .filter((file) => !file.includes('/node_modules/'))
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.generated.ts') && !file.endsWith('.d.ts')),
  );
}
