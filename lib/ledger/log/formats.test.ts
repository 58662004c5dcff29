import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nodeSuite } from '@/lib/ledger/node-suite'
import { formatAddCheckpoint, parseAddCheckpoint } from './add-checkpoint'
import { fromBase64, toBase64 } from './bytes'
import { formatCheckpoint, parseCheckpoint } from './checkpoint'
import { decodeBundle, encodeBundle } from './entry-bundle'
import { parseNote } from './note'
import { formatPolicy, parsePolicy, quorumMet } from './policy'
import { formatProofFile, parseProofFile } from './proof-file'
import { parseTilePath, tilePath } from './tile'
import { verifyNote } from './verify-note'
import { parseVkey } from './vkey'

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 })
const size = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })

// The example of Go's note package, the reference implementation of signed notes.
const vkey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const note =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'

const signed = async (text: string, key = vkey) => {
  const parsed = parseNote(text)
  const known = await parseVkey(key, nodeSuite)
  return parsed && known ? verifyNote(parsed, [known], nodeSuite) : 'not read'
}

describe('signed notes', () => {
  it('verify the reference example', async () => {
    expect(await signed(note)).toMatchObject([{ key: { name: 'PeterNeumann' }, time: null }])
  })

  it.each([
    ['another text', note.replace('think', 'thing'), null],
    ['a false signature', note.replace('x08go/ZJ', 'x08go/ZK'), null],
    ['another name', note.replace('— PeterNeumann', '— PeterNeuman'), []],
    ['another key id', note.replace('x08go/', 'y08go/'), []],
    ['no signature', 'text\n\n', 'not read'],
    ['no empty line', 'text\n— PeterNeumann x08go/ZJ\n', 'not read'],
    ['no last newline', note.slice(0, -1), 'not read'],
    ['a control character', note.replace('think', 'th\tnk'), 'not read'],
    ['a carriage return', note.replaceAll('\n', '\r\n'), 'not read'],
    ['a dash for a long dash', note.replace('—', '-'), 'not read'],
    ['a space in base64', note.replace('x08go', 'x08 go'), 'not read'],
    ['a second spelling of base64', note.replace('nAM=', 'nAN='), 'not read'],
  ])('report what is wrong with %s', async (_, text, expected) => expect(await signed(text)).toEqual(expected))

  it.each([
    'PeterNeumann+c74f20a3',
    'PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    'PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    'Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    'PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T',
    '',
  ])('reject the key %j', async (text) => expect(await parseVkey(text, nodeSuite)).toBeNull())
})

describe('formats parse what they write, and nothing else', () => {
  it('base64', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromBase64(toBase64(bytes))).toEqual(bytes)
      }),
    )
    for (const text of ['A', 'AA', 'AB==', 'AAB=', 'A===', 'AAAA\n', 'AA-_']) expect(fromBase64(text)).toBeNull()
  })

  it('checkpoints', () => {
    fc.assert(
      fc.property(size, hash, (leaves, root) => {
        const text = `${formatCheckpoint({ origin: 'example.org/log', size: leaves, root })}\n— x AAAAAAA=\n`
        expect(parseCheckpoint(text)?.checkpoint).toEqual({ origin: 'example.org/log', size: leaves, root })
      }),
    )
    const root = toBase64(new Uint8Array(32))
    const bad = [`o\n01\n${root}\n`, `o\n-1\n${root}\n`, `o\n1\n${root.slice(4)}\n`, `o\n1\n`, `o\n1\n${root}\n\nx\n`]
    for (const text of bad) expect(parseCheckpoint(`${text}\n— x AAAAAAA=\n`)).toBeNull()
  })

  it('tile paths', () => {
    const level = fc.oneof(fc.integer({ min: 0, max: 63 }), fc.constant('entries' as const))
    const index = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })
    const tile = fc.record({ level, index, width: fc.integer({ min: 1, max: 256 }) })
    fc.assert(
      fc.property(tile, (name) => {
        expect(parseTilePath(tilePath(name))).toEqual(name)
      }),
    )
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067')
    expect(tilePath({ level: 'entries', index: 0, width: 3 })).toBe('tile/entries/000.p/3')
    const bad = ['tile/00/000', 'tile/64/000', 'tile/0/00', 'tile/0/x000/000', 'tile/0/000.p/0', 'tile/0/000.p/256']
    for (const path of [...bad, 'tile/0/000.p/01', 'tile/0/../000', 'tile/0/000/001'])
      expect(parseTilePath(path)).toBeNull()
  })

  it('entry bundles', () => {
    const entries = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 })
    fc.assert(
      fc.property(entries, (list) => {
        expect(decodeBundle(encodeBundle(list))?.map((e) => [...e])).toEqual(list.map((e) => [...e]))
      }),
    )
    expect(decodeBundle(Uint8Array.of(0, 2, 1))).toBeNull()
    expect(decodeBundle(Uint8Array.of(0))).toBeNull()
  })

  it('proof files and requests to witnesses', () => {
    const proof = fc.array(hash, { maxLength: 63 })
    const checkpoint = 'o\n1\nx\n\n— x AAAAAAA=\n'
    fc.assert(
      fc.property(fc.option(fc.uint8Array({ minLength: 1 })), size, proof, (extra, index, hashes) => {
        const file = { extra, index, proof: hashes, checkpoint }
        expect(parseProofFile(formatProofFile(file))).toEqual(file)
        const request = { oldSize: index, proof: hashes, checkpoint }
        expect(parseAddCheckpoint(formatAddCheckpoint(request))).toEqual(request)
      }),
    )
    const good = formatProofFile({ extra: null, index: 7, proof: [], checkpoint })
    for (const [from, to] of [
      ['v1', 'v2'],
      ['index 7', 'index 07'],
      ['index 7', 'index'],
      ['index 7', 'index 7\nAA=='],
    ] as const) {
      expect(parseProofFile(good.replace(from, to))).toBeNull()
    }
  })
})

describe('a trust policy', () => {
  it('reads logs, witnesses, groups and quorum', async () => {
    const text = `# who to trust\nlog ${vkey} https://example.org/ledger/x\nquorum none\n`
    const policy = await parsePolicy(text, nodeSuite)
    expect(policy.logs).toMatchObject([{ key: { name: 'PeterNeumann' }, url: 'https://example.org/ledger/x' }])
    expect(await parsePolicy(formatPolicy(policy), nodeSuite)).toEqual(policy)
  })

  it('counts a quorum through groups', async () => {
    const groups = [
      { name: 'press', threshold: 2, members: ['a', 'b', 'c'] },
      { name: 'all', threshold: 2, members: ['press', 'd'] },
    ]
    const policy = { logs: [], witnesses: [], groups, quorum: 'all' }
    expect(quorumMet(policy, ['a', 'b', 'd'])).toBe(true)
    expect(quorumMet(policy, ['a', 'd'])).toBe(false)
    expect(quorumMet(policy, ['a', 'b', 'c'])).toBe(false)
    expect(quorumMet({ ...policy, quorum: 'none' }, [])).toBe(true)
  })

  it.each([
    'quorum nobody\n',
    'quorum none\nquorum none\n',
    `log ${vkey}x\nquorum none\n`,
    `witness w ${vkey}\nwitness w ${vkey}\nquorum w\n`,
    `witness w ${vkey}\ngroup g 2 w\nquorum g\n`,
    `witness w ${vkey}\ngroup g any w w\nquorum g\n`,
    'group g all g\nquorum g\n',
    'witness none x\nquorum none\n',
    '',
  ])('refuses %j', async (text) => expect(parsePolicy(text, nodeSuite)).rejects.toThrow('policy'))
})
