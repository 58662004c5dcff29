import type { Suite } from './log/suite'

/** SHA-256 and Ed25519 by the browser (Web Cryptography; Ed25519 since Chrome 137, Firefox 129, Safari 17). */
export const webSuite: Suite = {
  sha256: async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))),
  verify: async (publicKey, message, signature) => {
    const key = await crypto.subtle.importKey('raw', new Uint8Array(publicKey), 'Ed25519', false, ['verify'])
    return crypto.subtle.verify('Ed25519', key, new Uint8Array(signature), new Uint8Array(message))
  },
}
