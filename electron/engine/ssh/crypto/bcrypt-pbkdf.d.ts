/** The part of the library that is used; it brings no types. */
declare module 'bcrypt-pbkdf' {
  /** One round of `bcrypt_pbkdf`: writes 32 bytes into `out`, from the SHA-512 of a passphrase and of a salt. */
  export function hash(passphrase: Uint8Array, salt: Uint8Array, out: Uint8Array): void;
}
