export function packageFolderOf(file: string): string | undefined;
export function packagesInside(text: string): readonly string[];
