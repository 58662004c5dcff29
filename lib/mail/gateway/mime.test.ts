import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import type { OutgoingMail } from './driver'
import { mimeMessage } from './mime'

const from = 'The Coalition <petition@example.org>'

function mail(more: Partial<OutgoingMail> = {}): OutgoingMail {
  return { id: 'id-1', to: 'signer@example.org', subject: 'Subject', text: 'Text', html: '<p>Text</p>', ...more }
}

/** The message as a mail program parses it; the line break before a boundary belongs to the boundary. */
const parse = (written: OutgoingMail) => PostalMime.parse(mimeMessage(written, from).raw)

const piece = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '\n',
    '\r\n',
    ' ',
    ' \n',
    '\t\n',
    '.',
    '\n.\n',
    '=',
    '=20',
    '--',
    '한국어 ',
    'é',
    '👋',
    'x'.repeat(90),
  ),
)
const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))
/** Line breaks of one kind, and none at the end: as mail programs show a text. */
const shown = (text = '') => text.replace(/\r\n|\r/g, '\n').replace(/\n+$/, '')

test('whatever its texts hold, a mail program reads them as they are, in lines that every server passes on', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, anyText, async (text, html) => {
      // A lone carriage return is no line break of a mail, and nothing that we write.
      const written = mail({ text: text.replace(/\r(?!\n)/g, ''), html: html.replace(/\r(?!\n)/g, '') })
      const { raw } = mimeMessage(written, from)
      for (const line of raw.toString('latin1').split('\r\n')) {
        expect(line.length).toBeLessThanOrEqual(76)
        expect(line).toMatch(/^[\t\x20-\x7e]*$/)
      }
      const parsed = await PostalMime.parse(raw)
      expect(shown(parsed.text)).toBe(shown(written.text))
      expect(shown(parsed.html)).toBe(shown(written.html))
    }),
    { numRuns: 500 },
  )
})

test('a text in another script is sent in base64, which is shorter', () => {
  const source = (text: string) => mimeMessage(mail({ text }), from).raw.toString()
  expect(source('국제연대 '.repeat(20))).toContain('Content-Transfer-Encoding: base64')
  expect(source('Déjà vu, said the coalition. '.repeat(20))).not.toContain('base64')
})

test('no header can be added through a subject, a recipient or a header', async () => {
  const evil = 'a\r\nBcc: other@example.org\r\n\r\nbody'
  const parsed = await parse(mail({ subject: evil, to: `${evil}@example.org`, headers: { 'List-Unsubscribe': evil } }))
  expect(parsed.bcc).toBeUndefined()
  expect(parsed.headers.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['from', 'to', 'subject', 'message-id', 'date', 'mime-version', 'content-type']),
  )
  expect(parsed.headers.some(({ key }) => key === 'bcc')).toBe(false)
  expect(parsed.text?.trim()).toBe('Text')
})

test('is sent to the one recipient; a neutral mail without the sender’s name', async () => {
  const { envelope } = mimeMessage(mail({ to: 'a.b+c@example.org' }), from)
  expect(envelope).toEqual({ from: 'petition@example.org', to: ['a.b+c@example.org'] })
  expect((await parse(mail())).from).toEqual({ name: 'The Coalition', address: 'petition@example.org' })
  expect((await parse(mail({ neutral: true }))).from).toEqual({ name: '', address: 'petition@example.org' })
})

test('mails with the same words have each their own recipient and Message-ID, whatever letters an address has', async () => {
  const addresses = ['one@example.org', 'two.b+c@example.org', '서명@example.org', "o'neill@xn--9t4b11yi5a.example"]
  const mails = addresses.map((to, i) => mail({ to, id: `id-${i}` }))
  const parsed = await Promise.all(mails.map(parse))
  expect(parsed.map(({ to }) => to?.[0]?.address)).toEqual(addresses)
  expect(parsed.map(({ messageId }) => messageId)).toEqual(addresses.map((_, i) => `<id-${i}@example.org>`))
  expect(mails.map((one) => mimeMessage(one, from).envelope.to)).toEqual(addresses.map((to) => [to]))
  const headers = mimeMessage(mail(), from).raw.toString().split('\r\n\r\n')[0] ?? ''
  const names = headers.split('\r\n').map((line) => /^[\w-]+(?=: )/.exec(line)?.[0] ?? 'folded')
  expect([...names].sort()).toEqual(['Content-Type', 'Date', 'From', 'MIME-Version', 'Message-ID', 'Subject', 'To'])
})
