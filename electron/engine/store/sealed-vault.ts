import { existsSync } from 'node:fs';
import * as z from 'zod';
import { AppError } from '../../../shared/errors';
import { SecretRef } from '../../../shared/model/ids';
import type { Destination, Log, Random } from '../ports';
import { keyBytes, openWith, sealNonceBytes, sealWith } from './seal';
import { setAsideSync } from './set-aside';
import type { KeyStore, Vault, VaultMode, VaultStatus } from './vault';
import {
  keyOfPassword,
  newScryptCost,
  readVaultFile,
  writeVaultFile,
  type PasswordProtection,
  type Protection,
} from './vault-file';

type VaultParts = {
  /** The vault's file, e.g. `<data>/vault.json`. */
  readonly path: string;
  /** None in plain Node. */
  readonly keyStore: KeyStore | undefined;
  /** Learns every secret as soon as the vault is open, and with its account when it is read or written. */
  readonly redactor: { register(secret: string, account?: string): void };
  readonly random: Pick<Random, 'bytes' | 'id'>;
  readonly log: Log;
};

const keyContext = 'xunjian/data-key';
const checkContext = 'xunjian/check';
const checkText = 'xunjian vault';
/** The context of version 1, which is never the context of a bound secret: an old copy does not pass for one. */
const unboundContext = (ref: string) => `xunjian/secret/${ref}`;
const secretContext = (ref: string) => `xunjian/bound-secret/${ref}`;
const BoundSecret = z.tuple([z.string(), z.string()]);
const sealContext = (context: string) => `xunjian/seal/${context}`;

/** The vault on one file. A write has landed when the call returns. */
export function createVault(parts: VaultParts): Vault {
  return new SealedVault(parts);
}

class SealedVault implements Vault {
  readonly #parts: VaultParts;
  #mode: VaultMode = 'password';
  #dataKey: Uint8Array | undefined;
  /** Undefined in session mode and before the first set-up: nothing is written. */
  #protection: Protection | undefined;
  #check = '';
  #secrets = new Map<string, string>();
  /** Out of a file of version 1, until `bindUnbound`. */
  #unbound = new Map<string, string>();
  #hasKeyStore = false;
  /** What lies on disk is known; before that nothing may be written. */
  #isLoaded = false;
  #isNew = true;
  #batchDepth = 0;
  #isUnsaved = false;

  constructor(parts: VaultParts) {
    this.#parts = parts;
  }

  status(): VaultStatus {
    return {
      mode: this.#mode,
      isLocked: this.#dataKey === undefined,
      isNew: this.#isNew,
      hasKeyStore: this.#hasKeyStore,
    };
  }

  async open(): Promise<VaultStatus> {
    if (this.#dataKey !== undefined) return this.status();
    const { keyStore } = this.#parts;
    this.#hasKeyStore = (await keyStore?.isAvailable()) ?? false;
    const file = this.#load();
    const usable = this.#hasKeyStore ? keyStore : undefined;
    if (file !== undefined) await this.#openExisting(usable);
    else if (usable !== undefined) await this.#createWith(usable);
    return this.status();
  }

  async unlock(password: string): Promise<void> {
    if (!this.#isLoaded) await this.open();
    if (this.#dataKey !== undefined) return;
    const protection = this.#protection;
    if (protection === undefined) throw new AppError('vault.locked');
    if (protection.kind === 'os') throw new AppError('vault.no-key-store');
    this.#dataKey = await this.#dataKeyBy(password, protection);
    this.#tellAll(this.#dataKey);
  }

  async setPassword(password: string, old?: string): Promise<void> {
    if (!this.#isLoaded) await this.open();
    if (this.#dataKey === undefined && !this.#isNew) throw new AppError('vault.locked');
    if (this.#protection?.kind === 'password') await this.#dataKeyBy(old ?? '', this.#protection);
    const salt = Buffer.from(this.#parts.random.bytes(16)).toString('base64');
    const key = await keyOfPassword(password, { salt, ...newScryptCost });
    this.#keepForeignFile();
    const dataKey = this.#dataKey ?? this.#newDataKey();
    const wrapped = sealWith(key, this.#nonce(), dataKey, keyContext);
    this.#protect(dataKey, {
      kind: 'password',
      wrapped: Buffer.from(wrapped).toString('base64'),
      salt,
      ...newScryptCost,
    });
  }

  useSession(): void {
    if (this.#dataKey !== undefined) return;
    this.#mode = 'session';
    this.#isLoaded = true;
    this.#isNew = false;
    this.#protection = undefined;
    this.#secrets = new Map();
    this.#unbound = new Map();
    this.#dataKey = this.#newDataKey();
  }

  read(ref: SecretRef, { key, owner, place, account }: Destination): string | undefined {
    const other = () => new AppError('secret.other-destination', { name: owner, place });
    const found = this.#openBound(ref);
    if (found === undefined) {
      if (this.#unbound.has(ref)) throw other();
      return undefined;
    }
    const [boundTo, text] = found;
    this.#tell(text, account);
    if (boundTo !== key) throw other();
    return text;
  }

  write(text: string, destination: Destination, ref?: SecretRef): SecretRef {
    this.#tell(text, destination.account);
    const name = ref ?? SecretRef.parse(`s-${this.#parts.random.id(20)}`);
    this.#keep(name, text, destination);
    this.#save();
    return name;
  }

  rebind(ref: SecretRef, from: Destination, to: Destination): void {
    const [boundTo, text] = this.#openBound(ref) ?? [];
    if (boundTo !== from.key || text === undefined) return;
    this.#keep(ref, text, to);
    this.#save();
  }

  bindUnbound(find: (ref: SecretRef) => Destination | undefined): number {
    if (this.#dataKey === undefined) return 0;
    const before = this.#unbound.size;
    for (const [name, sealed] of this.#unbound) {
      const ref = SecretRef.parse(name);
      const destination = find(ref);
      if (destination === undefined) continue;
      const plain = openWith(this.#dataKey, Buffer.from(sealed, 'base64'), unboundContext(ref));
      // One that cannot be opened is told to whoever asks for it; the others go on.
      if (plain !== undefined) this.#keep(ref, Buffer.from(plain).toString('utf8'), destination);
    }
    const bound = before - this.#unbound.size;
    if (bound > 0) this.#save();
    return bound;
  }

  remove(ref: SecretRef): void {
    const isGone = this.#secrets.delete(ref);
    if (this.#unbound.delete(ref) || isGone) this.#save();
  }

  batch<T>(work: () => T): T {
    this.#batchDepth += 1;
    try {
      return work();
    } finally {
      this.#batchDepth -= 1;
      if (this.#batchDepth === 0 && this.#isUnsaved) this.#save();
    }
  }

  seal(bytes: Uint8Array, context: string): Uint8Array {
    return sealWith(this.#key(), this.#nonce(), bytes, sealContext(context));
  }

  unseal(sealed: Uint8Array, context: string): Uint8Array {
    const plain = openWith(this.#key(), sealed, sealContext(context));
    if (plain === undefined) throw new AppError('vault.other-key', { file: context });
    return plain;
  }

  #load() {
    const file = readVaultFile(this.#parts.path, this.#parts.log);
    this.#isLoaded = true;
    this.#isNew = file === undefined;
    this.#protection = file?.protection;
    this.#mode = file?.protection.kind ?? (this.#hasKeyStore ? 'os' : 'password');
    this.#check = file?.check ?? '';
    this.#secrets = new Map(Object.entries(file?.secrets ?? {}));
    this.#unbound = new Map(Object.entries(file?.unbound ?? {}));
    return file;
  }

  async #openExisting(keyStore: KeyStore | undefined): Promise<void> {
    if (this.#protection?.kind !== 'os' || keyStore === undefined) return;
    const dataKey = await this.#unwrapped(keyStore, this.#protection.wrapped);
    if (dataKey === undefined || !this.#fits(dataKey)) {
      // The key store was made anew, or the file comes from another user: it stays locked and is not touched.
      this.#parts.log.error('vault key refused by key store');
      return;
    }
    this.#dataKey = dataKey;
    this.#tellAll(dataKey);
  }

  async #unwrapped(keyStore: KeyStore, wrapped: string): Promise<Uint8Array | undefined> {
    try {
      return await keyStore.unwrap(Buffer.from(wrapped, 'base64'));
    } catch (cause) {
      this.#parts.log.error('key store could not unwrap', {}, cause);
      return undefined;
    }
  }

  async #createWith(keyStore: KeyStore): Promise<void> {
    const dataKey = this.#newDataKey();
    try {
      const wrapped = Buffer.from(await keyStore.wrap(dataKey)).toString('base64');
      this.#protect(dataKey, { kind: 'os', wrapped });
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      // Without a key store that works the user is asked for a master password.
      this.#parts.log.error('key store could not wrap', {}, cause);
      this.#hasKeyStore = false;
      this.#mode = 'password';
    }
  }

  #protect(dataKey: Uint8Array, protection: Protection): void {
    const check = sealWith(dataKey, this.#nonce(), Buffer.from(checkText), checkContext);
    writeVaultFile(this.#parts.path, {
      version: 2,
      protection,
      check: Buffer.from(check).toString('base64'),
      secrets: Object.fromEntries(this.#secrets),
      unbound: Object.fromEntries(this.#unbound),
    });
    this.#check = Buffer.from(check).toString('base64');
    this.#dataKey = dataKey;
    this.#protection = protection;
    this.#mode = protection.kind;
    this.#isNew = false;
  }

  /** A session that becomes a vault on disk must not write over the locked one that lies there. */
  #keepForeignFile(): void {
    const { path, log } = this.#parts;
    if (this.#mode !== 'session' || !existsSync(path)) return;
    log.warn('locked vault set aside', { kept: setAsideSync(path, 'replaced').kept });
  }

  /** @throws AppError `vault.wrong-password` */
  async #dataKeyBy(password: string, protection: PasswordProtection): Promise<Uint8Array> {
    const key = await keyOfPassword(password, protection);
    const dataKey = openWith(key, Buffer.from(protection.wrapped, 'base64'), keyContext);
    if (dataKey === undefined || !this.#fits(dataKey)) throw new AppError('vault.wrong-password');
    return dataKey;
  }

  /** Whom a secret belongs to, and its text. The destination lies sealed with it: no edit of the file moves a secret. */
  #openBound(ref: SecretRef): readonly [boundTo: string, text: string] | undefined {
    const key = this.#key();
    const sealed = this.#secrets.get(ref);
    if (sealed === undefined) return undefined;
    const plain = openWith(key, Buffer.from(sealed, 'base64'), secretContext(ref));
    if (plain === undefined) throw new AppError('vault.other-key', { file: ref });
    return BoundSecret.parse(JSON.parse(Buffer.from(plain).toString('utf8')));
  }

  #keep(ref: SecretRef, text: string, { key: boundTo }: Destination): void {
    const plain = Buffer.from(JSON.stringify([boundTo, text]), 'utf8');
    const sealed = sealWith(this.#key(), this.#nonce(), plain, secretContext(ref));
    this.#secrets.set(ref, Buffer.from(sealed).toString('base64'));
    this.#unbound.delete(ref);
  }

  #tell(text: string, account?: string): void {
    if (text !== '') this.#parts.redactor.register(text, account);
  }

  /** Tells the redactor all that lies in the vault. One that cannot be opened is told to whoever asks for it. */
  #tellAll(key: Uint8Array): void {
    const plainOf = (sealed: string, context: string): string | undefined => {
      const plain = openWith(key, Buffer.from(sealed, 'base64'), context);
      return plain === undefined ? undefined : Buffer.from(plain).toString('utf8');
    };
    for (const [ref, sealed] of this.#secrets) {
      const plain = plainOf(sealed, secretContext(ref));
      if (plain !== undefined) this.#tell(BoundSecret.parse(JSON.parse(plain))[1]);
    }
    for (const [ref, sealed] of this.#unbound) this.#tell(plainOf(sealed, unboundContext(ref)) ?? '');
  }

  #fits(dataKey: Uint8Array): boolean {
    if (dataKey.length !== keyBytes) return false;
    const text = openWith(dataKey, Buffer.from(this.#check, 'base64'), checkContext);
    return text !== undefined && Buffer.from(text).toString('utf8') === checkText;
  }

  #key(): Uint8Array {
    if (this.#dataKey === undefined) throw new AppError('vault.locked');
    return this.#dataKey;
  }

  #newDataKey(): Uint8Array {
    return this.#parts.random.bytes(keyBytes);
  }

  #nonce(): Uint8Array {
    return this.#parts.random.bytes(sealNonceBytes);
  }

  #save(): void {
    if (this.#protection === undefined) return;
    this.#isUnsaved = this.#batchDepth > 0;
    if (this.#isUnsaved) return;
    const secrets = Object.fromEntries(this.#secrets);
    const unbound = Object.fromEntries(this.#unbound);
    writeVaultFile(this.#parts.path, {
      version: 2,
      protection: this.#protection,
      check: this.#check,
      secrets,
      unbound,
    });
  }
}
