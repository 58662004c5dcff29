import { afterEach, expect, test } from 'vitest'
import { type Script, type ScriptedServer, startScriptedServer } from '@/test/scripted-server'
import type { Outcome } from './driver'
import type { Sending } from './send-pipelined'
import { openSmtpConnection, type SmtpConnection } from './smtp-connection'
import { errorOutcome } from './smtp-error'

let server: ScriptedServer
let connection: SmtpConnection

afterEach(async () => {
  connection.close()
  await server.stop()
})

test('a text and the next envelope leave together, and a server that waits for both gets both', async () => {
  // Withholds its word about the second text until the third envelope is there.
  let withheld = ''
  await open((heard) => {
    if (heard === 'Text of 1') {
      withheld = '250 accepted\r\n'
      return ''
    }
    if (heard !== 'MAIL FROM:<us@example.org>' || !withheld) return undefined
    const both = `${withheld}250 ok\r\n`
    withheld = ''
    return both
  })
  expect(await send(3)).toEqual(['accepted', 'accepted', 'accepted'])
  expect(server.heard.slice(1)).toEqual([...mailOf(0), ...mailOf(1), ...mailOf(2)])
})

test.each<[string, string, string]>([
  ['MAIL FROM:<us@example.org>', '550 5.7.1 Not you\r\n', 'retry (misconfigured)'],
  ['RCPT TO:<to1@example.org>', '550 5.1.1 No such user\r\n', 'refused (address_refused)'],
  ['RCPT TO:<to1@example.org>', '550-5.7.1 Policy\r\n550 5.7.1 of ours\r\n', 'refused (content_refused)'],
  ['DATA', '554 5.3.4 Too big\r\n', 'refused (content_refused)'],
  ['Text of 1', '554 5.6.0 Not this text\r\n', 'refused (content_refused)'],
])('%s refused for good with %j: the next mail goes by the same connection', async (step, reply, outcome) => {
  await open(refusing(step, reply))
  expect(await send(3)).toEqual(['accepted', outcome, 'accepted'])
  expect(server.connections).toBe(1)
  expect(server.heard.includes('RSET')).toBe(step !== 'Text of 1')
})

test.each<[string, string, string]>([
  ['MAIL FROM:<us@example.org>', '451 Later\r\n', 'retry (provider_error)'],
  ['RCPT TO:<to1@example.org>', '450 Greylisted\r\n', 'retry (provider_error)'],
  ['DATA', '451 Later\r\n', 'retry (provider_error)'],
  ['Text of 1', '452 Full\r\n', 'retry (provider_error)'],
  ['MAIL FROM:<us@example.org>', '421 Enough\r\n', 'retry (rate_limited)'],
  ['Text of 1', '421 Enough\r\n', 'retry (rate_limited)'],
])('%s refused for now with %j: tried again later', async (step, reply, outcome) => {
  await open(refusing(step, reply))
  expect((await send(2)).slice(0, 2)).toEqual(['accepted', outcome])
})

test.each([['MAIL FROM:<us@example.org>'], ['RCPT TO:<to1@example.org>'], ['DATA']])(
  'a connection cut at %s: the mail is as if it had not been begun',
  async (step) => {
    await open(refusing(step, null))
    expect(await send(3)).toEqual(['accepted', 'not begun', 'not begun'])
  },
)

test('a connection cut after the text leaves that mail in doubt, and the next one not begun', async () => {
  await open((heard) => (heard === 'Text of 1' ? null : undefined))
  expect(await send(3)).toEqual(['accepted', 'retry (unreachable), in doubt', 'not begun'])
})

test('a server that wants the text of a mail for nobody gets none', async () => {
  await open((heard) => (heard === 'RCPT TO:<to1@example.org>' ? '550 No\r\n' : undefined))
  expect(await send(2)).toEqual(['accepted', 'refused (address_refused)'])
  expect(server.heard).not.toContain('Text of 1')
})

test('what is no reply ends the connection', async () => {
  await open((heard) => (heard === 'Text of 1' ? 'hello\r\n' : undefined))
  expect(await send(2)).toEqual(['accepted', 'retry (unreachable), in doubt'])
})

test('replies of several lines are read as they come, also byte by byte', async () => {
  await open(
    (heard) => (/^(RCPT|Text)/.test(heard) ? '250-one\r\n250-550 no refusal\r\n250 three\r\n' : undefined),
    true,
  )
  expect(await send(4)).toEqual(['accepted', 'accepted', 'accepted', 'accepted'])
})

test('lines that begin with a point arrive as they are', async () => {
  await open(() => undefined)
  const text = '.one\r\n..two\r\n.\r\nthree.\r\n'
  await send(2, () => text)
  expect(server.heard.filter((heard) => heard.startsWith('..'))).toEqual(
    Array(2).fill('..one\r\n...two\r\n..\r\nthree.'),
  )
})

test('an address in other letters is announced as such, and one that would be several commands is not', async () => {
  await open(() => undefined)
  await send(2, undefined, (i) => (i === 1 ? '서명@example.org' : 'to@example.org'))
  expect(server.heard).toContain('MAIL FROM:<us@example.org> SMTPUTF8')
  expect(await send(1, undefined, () => 'a>\r\nRSET\r\n@example.org')).toEqual(['not begun'])
  expect(server.heard).not.toContain('RSET')
})

async function open(script: Script, split = false) {
  server = await startScriptedServer(script, { split })
  connection = openSmtpConnection(server.url, 5_000)
}

/** Answers so at a step of the second mail, and after it as a server that is strict about the order of commands. */
function refusing(step: string, reply: string | null): Script {
  let mail = -1
  let refused = false
  return (heard) => {
    if (heard.startsWith('MAIL FROM')) mail += 1
    if (heard.startsWith('MAIL FROM') || heard === 'RSET') refused = false
    if (mail === 1 && heard === step) {
      refused = !heard.startsWith('Text')
      return reply
    }
    return refused && mail === 1 ? '503 5.5.1 Not now\r\n' : undefined
  }
}

/** The outcome of each mail, sent by one connection after another until none is left or one breaks. */
async function send(count: number, text = (i: number) => `Text of ${i}\r\n`, to = (i: number) => `to${i}@example.org`) {
  const found: string[] = Array(count).fill('not begun')
  let begun = 0
  const next = (): Sending | undefined => {
    const i = begun++
    if (i >= count) return
    const message = { envelope: { from: 'us@example.org', to: [to(i)] }, raw: Buffer.from(text(i)) }
    const settle: Sending['settle'] = (error) => {
      expect(found[i]).toBe('not begun')
      found[i] = inWords(error ? errorOutcome(error) : { kind: 'accepted' })
    }
    return { message, settle }
  }
  await connection.send(next).catch(() => undefined)
  return found
}

function inWords(outcome: Outcome): string {
  const reason = 'reason' in outcome ? ` (${outcome.reason})` : ''
  return `${outcome.kind}${reason}${'doubt' in outcome && outcome.doubt ? ', in doubt' : ''}`
}

function mailOf(i: number): string[] {
  return ['MAIL FROM:<us@example.org>', `RCPT TO:<to${i}@example.org>`, 'DATA', `Text of ${i}`]
}
