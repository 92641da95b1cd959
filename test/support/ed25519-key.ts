import ssh2 from 'ssh2';

type Encryption = { readonly passphrase: string; readonly cipher: 'aes256-ctr'; readonly rounds: number };

/** An Ed25519 key in OpenSSH's format. Three in a thousand that the library makes it cannot read back itself. */
export function ed25519Key(encryption?: Encryption): string {
  for (;;) {
    const { private: text } = ssh2.utils.generateKeyPairSync('ed25519', encryption ?? {});
    if (!(ssh2.utils.parseKey(text, encryption?.passphrase) instanceof Error)) return text;
  }
}
