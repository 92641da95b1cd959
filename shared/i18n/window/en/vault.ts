import type { vault as source } from '../zh-CN/vault';

export const vault: Record<keyof typeof source, string> = {
  'vault.locked.title': 'Enter the master password',
  'vault.locked.text':
    'Device passwords and channel keys are stored encrypted. Unlock them to run and to send messages.',
  'vault.password': 'Master password',
  'vault.password.old': 'Master password until now',
  'vault.password.repeat': 'Repeat it',
  'vault.password.short': 'The master password needs at least 8 characters',
  'vault.password.differs': 'The two entries differ',
  'vault.unlock': 'Unlock',
  'vault.new.title': 'Where should passwords be kept?',
  'vault.new.text': 'This machine has no usable key store. Choose one way; you can change it in Settings later.',
  'vault.new.password.title': 'Encrypt with a master password',
  'vault.new.password.text':
    'You enter it at every start; until then scheduled runs cannot log in. If you forget it nothing can be recovered and all credentials must be typed again.',
  'vault.new.session.title': 'This session only',
  'vault.new.session.text':
    'Nothing is written to disk. When the program quits, all passwords and keys are gone and must be typed again.',
  'vault.keyring.title': 'The key store of the system cannot be opened',
  'vault.keyring.text':
    "The vault is protected by this machine's key store, which is not available now. Unlock the keyring and try again, or begin a new vault.",
  'vault.keyring.retry.title': 'Unlock, then try again',
  'vault.keyring.retry.text':
    'Log in to the desktop or unlock the keyring, then press Try again. Passwords and keys are still there.',
  'vault.keyring.retry': 'Try again',
  'vault.keyring.anew.title': 'Begin anew',
  'vault.keyring.anew.text':
    'The old vault file is kept under another name, but every password and key must be entered again; a master password protects them from now on.',
  'vault.keyring.anew': 'Begin anew with a master password',
  'vault.new.set': 'Set master password',
  'vault.new.session': 'Use for this session',
};
