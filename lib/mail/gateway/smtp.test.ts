import { text } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import type { Driver, OutgoingMail } from './driver'
import { openSmtp } from './smtp'

let server: SMTPServer | undefined
let driver: Driver | undefined

afterEach(async () => {
  await driver?.close()
  await new Promise<void>((resolve) => (server ? server.close(resolve) : resolve()))
  server = undefined
})

test('sends each mail to its one recipient, with a stable Message-ID', async () => {
  const { received } = await start()
  const outcomes = await driver?.send({ batchId: 'b', mails: mails(50) })
  expect(outcomes).toEqual(Array.from({ length: 50 }, () => ({ kind: 'accepted' })))
  expect(received.map(({ to }) => to.join()).sort()).toEqual(
    mails(50)
      .map(({ to }) => to)
      .sort(),
  )
  const first = received.find(({ to }) => to[0] === 'signer0@example.org')
  expect(first?.source).toContain('Message-ID: <id-0@example.org>')
  expect(first?.source).toContain('Auto-Submitted: auto-generated')
})

test('a refused recipient fails alone', async () => {
  await start({
    onRcptTo: ({ address }, _, done) => done(address.startsWith('signer1@') ? reply(550, 'No such user') : null),
  })
  expect(await driver?.send({ batchId: 'b', mails: mails(3) })).toEqual([
    { kind: 'accepted' },
    { kind: 'refused', reason: 'address_refused' },
    { kind: 'accepted' },
  ])
})

test.each([
  [
    'greylisting waits',
    { onRcptTo: (_, __, done) => done(reply(451, 'Later')) },
    { reason: 'provider_error', doubt: false },
  ],
  [
    'a refused sender is ours to mend',
    { onMailFrom: (_, __, done) => done(reply(550, 'Not you')) },
    { reason: 'misconfigured', doubt: false },
  ],
  [
    'a wrong password is ours to mend',
    { onAuth: (_, __, done) => done(reply(535, 'No')), authOptional: false },
    { reason: 'misconfigured', doubt: false },
  ],
] as [string, SMTPServerOptions, object][])('%s', async (_, options, outcome) => {
  await start(options)
  expect(await driver?.send({ batchId: 'b', mails: mails(1) })).toEqual([{ kind: 'retry', ...outcome }])
})

test('a reply lost after the text leaves the outcome in doubt', async () => {
  await start({
    onData: (stream, session) => {
      stream.resume().on('end', () => {
        for (const connection of server?.connections ?? [])
          if (connection.id === session.id) connection._socket.destroy()
      })
    },
  })
  expect(await driver?.send({ batchId: 'b', mails: mails(1) })).toEqual([
    { kind: 'retry', reason: 'unreachable', doubt: true },
  ])
})

test('a server that hangs is abandoned for the rest of the batch', async () => {
  let asked = 0
  const onMailFrom = () => {
    asked += 1
  }
  await start({ onMailFrom }, { timeout: 500 })
  const outcomes = await driver?.send({ batchId: 'b', mails: mails(20) })
  expect(outcomes?.every(({ kind }) => kind === 'retry')).toBe(true)
  expect(asked).toBeLessThanOrEqual(5)
})

test('a few connections serve all batches; one that the server ended is replaced', async () => {
  let opened = 0
  await start({
    onConnect: (_, done) => {
      opened += 1
      done()
    },
  })
  const accepted = (count: number) => Array.from({ length: count }, () => ({ kind: 'accepted' }))
  for (let batch = 0; batch < 3; batch += 1)
    expect(await driver?.send({ batchId: `b${batch}`, mails: mails(20) })).toEqual(accepted(20))
  expect(opened).toBeLessThanOrEqual(5)
  for (const connection of server?.connections ?? []) connection._socket.destroy()
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await driver?.send({ batchId: 'last', mails: mails(20) })).toEqual(accepted(20))
})

test('connection refused: nothing was accepted', async () => {
  driver = openSmtp({ url: 'smtp://127.0.0.1:9', from: 'petition@example.org', timeout: 500 })
  const outcomes = await driver.send({ batchId: 'b', mails: mails(2) })
  expect(outcomes).toEqual(Array.from({ length: 2 }, () => ({ kind: 'retry', reason: 'unreachable', doubt: false })))
})

test('a connection that is secured and logged in sends as many', async () => {
  const { received } = await start(
    { disabledCommands: [], authOptional: false },
    { query: '?tls.rejectUnauthorized=false' },
  )
  const outcomes = await driver?.send({ batchId: 'b', mails: mails(30) })
  expect(outcomes).toEqual(Array.from({ length: 30 }, () => ({ kind: 'accepted' })))
  expect(received.map(({ to }) => to.join())).toHaveLength(30)
  expect(server?.connections.size).toBeLessThanOrEqual(5)
  expect([...(server?.connections ?? [])].every(({ secure }) => secure)).toBe(true)
})

/** @param timeout in ms: long, so that a busy machine is not taken for a server that hangs */
async function start(options: SMTPServerOptions = {}, { query = '', timeout = 10_000 } = {}) {
  const received: { to: string[]; source: string }[] = []
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (_, __, done) => done(null, { user: 'petition' }),
    onData: (stream, session, done) => {
      text(stream).then((source) => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), source })
        done()
      }, done)
    },
    ...options,
  })
  // A connection that a test breaks on purpose is not the server's fault.
  smtp.on('error', () => undefined)
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  server = smtp
  const address = smtp.server.address()
  const port = typeof address === 'object' ? address?.port : 0
  driver = openSmtp({
    url: `smtp://petition:secret@127.0.0.1:${port}${query}`,
    from: 'The Coalition <petition@example.org>',
    timeout,
  })
  return { received }
}

function mails(count: number): OutgoingMail[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `id-${index}`,
    to: `signer${index}@example.org`,
    subject: 'Please confirm',
    html: '<p>서명</p>',
    text: '서명',
    headers: { 'Auto-Submitted': 'auto-generated' },
  }))
}

function reply(responseCode: number, message: string) {
  return Object.assign(new Error(message), { responseCode })
}
