export type PackageLicence = {
  readonly name: string;
  readonly version: string;
  readonly author: string;
  readonly licence: string;
  readonly text: string;
};
export function licenceOf(folder: string): PackageLicence;
export function thirdPartyLicences(folders: readonly string[]): string;
