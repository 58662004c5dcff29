import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

interface Shown {
  challenge: string
  origin: string
  /** The relying party's id that the browser sends. */
  rpId?: string
  counter?: number
  /** False: touched, without a fingerprint or PIN. */
  verified?: boolean
}

/** A security key in software (ES256, attestation `none`): gives the JSON that a browser would send. */
export function softwareAuthenticator() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  const name = id.toString('base64url')

  /** Answers `navigator.credentials.create`. */
  function create({ challenge, origin, rpId = 'localhost', counter = 0, verified = true }: Shown): string {
    const key = cborMap([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(jwk.x ?? '', 'base64url')],
      [-3, Buffer.from(jwk.y ?? '', 'base64url')],
    ])
    const length = Buffer.alloc(2)
    length.writeUInt16BE(id.length)
    const attested = Buffer.concat([Buffer.alloc(16), length, id, key])
    const authData = Buffer.concat([head(rpId, 0x41 | (verified ? 4 : 0), counter), attested])
    const attestation = cborMap([
      ['fmt', 'none'],
      ['attStmt', null],
      ['authData', authData],
    ])
    const response = {
      clientDataJSON: clientData('webauthn.create', challenge, origin),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    }
    return JSON.stringify({ id: name, rawId: name, type: 'public-key', clientExtensionResults: {}, response })
  }

  /** Answers `navigator.credentials.get`. */
  function get({ challenge, origin, rpId = 'localhost', counter = 0, verified = true }: Shown): string {
    const clientDataJSON = clientData('webauthn.get', challenge, origin)
    const authData = head(rpId, 1 | (verified ? 4 : 0), counter)
    const hash = createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest()
    const signature = sign('sha256', Buffer.concat([authData, hash]), privateKey).toString('base64url')
    const response = { clientDataJSON, authenticatorData: authData.toString('base64url'), signature }
    return JSON.stringify({ id: name, rawId: name, type: 'public-key', clientExtensionResults: {}, response })
  }

  return { id: name, create, get }
}

function clientData(type: string, challenge: string, origin: string): string {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString('base64url')
}

function head(rpId: string, flags: number, counter: number): Buffer {
  const rest = Buffer.alloc(5)
  rest.writeUInt8(flags)
  rest.writeUInt32BE(counter, 1)
  return Buffer.concat([createHash('sha256').update(rpId).digest(), rest])
}

type Cbor = number | string | Buffer | null

function cborMap(entries: [Cbor, Cbor][]): Buffer {
  return Buffer.concat([Buffer.from([0xa0 + entries.length]), ...entries.flat().map(cbor)])
}

function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value >= 0 ? typed(0, value) : typed(1, -1 - value)
  if (typeof value === 'string') return Buffer.concat([typed(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([typed(2, value.length), value])
  // The attestation statement of "none" is an empty map.
  return cborMap([])
}

function typed(major: number, n: number): Buffer {
  const top = major << 5
  if (n < 24) return Buffer.from([top + n])
  if (n < 256) return Buffer.from([top + 24, n])
  return Buffer.from([top + 25, n >> 8, n & 255])
}
