import { existsSync } from 'node:fs';
import { AppError } from '../../../shared/errors';
import { SecretRef } from '../../../shared/model/ids';
import type { Log, Random } from '../ports';
import { keyBytes, openWith, sealNonceBytes, sealWith } from './seal';
import { setAsideSync } from './set-aside';
import type { KeyStore, Vault, VaultMode, VaultStatus } from './vault';
import { keyOfPassword, newScryptCost, readVaultFile, writeVaultFile, type Protection } from './vault-file';

type VaultParts = {
  /** The vault's file, e.g. `<data>/vault.json`. */
  readonly path: string;
  /** None in plain Node. */
  readonly keyStore: KeyStore | undefined;
  /** Learns every secret that is read or written. */
  readonly redactor: { register(secret: string): void };
  readonly random: Pick<Random, 'bytes' | 'id'>;
  readonly log: Log;
};

const keyContext = 'xunjian/data-key';
const checkContext = 'xunjian/check';
const checkText = 'xunjian vault';
const secretContext = (ref: SecretRef) => `xunjian/secret/${ref}`;
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
    const key = await keyOfPassword(password, protection);
    const dataKey = openWith(key, Buffer.from(protection.wrapped, 'base64'), keyContext);
    if (dataKey === undefined || !this.#fits(dataKey)) throw new AppError('vault.wrong-password');
    this.#dataKey = dataKey;
  }

  async setPassword(password: string): Promise<void> {
    if (!this.#isLoaded) await this.open();
    if (this.#dataKey === undefined && !this.#isNew) throw new AppError('vault.locked');
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
    this.#dataKey = this.#newDataKey();
  }

  read(ref: SecretRef): string | undefined {
    const key = this.#key();
    const sealed = this.#secrets.get(ref);
    if (sealed === undefined) return undefined;
    const plain = openWith(key, Buffer.from(sealed, 'base64'), secretContext(ref));
    if (plain === undefined) throw new AppError('vault.other-key', { file: ref });
    const text = Buffer.from(plain).toString('utf8');
    if (text !== '') this.#parts.redactor.register(text);
    return text;
  }

  write(text: string, ref?: SecretRef): SecretRef {
    const key = this.#key();
    if (text !== '') this.#parts.redactor.register(text);
    const name = ref ?? SecretRef.parse(`s-${this.#parts.random.id(20)}`);
    const sealed = sealWith(key, this.#nonce(), Buffer.from(text, 'utf8'), secretContext(name));
    this.#secrets.set(name, Buffer.from(sealed).toString('base64'));
    this.#save();
    return name;
  }

  remove(ref: SecretRef): void {
    if (this.#secrets.delete(ref)) this.#save();
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
      version: 1,
      protection,
      check: Buffer.from(check).toString('base64'),
      secrets: Object.fromEntries(this.#secrets),
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
    writeVaultFile(this.#parts.path, { version: 1, protection: this.#protection, check: this.#check, secrets });
  }
}
