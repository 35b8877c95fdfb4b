/** What the page uses of the age library; for `tsc` alone, no browser reads it. */

export class Encrypter {
  setPassphrase(passphrase: string): void;
  setScryptWorkFactor(logN: number): void;
  encrypt(content: Uint8Array | string): Promise<Uint8Array<ArrayBuffer>>;
}

export class Decrypter {
  addPassphrase(passphrase: string): void;
  decrypt(sealed: Uint8Array): Promise<Uint8Array<ArrayBuffer>>;
}
