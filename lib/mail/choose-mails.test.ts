import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseMails, HOUR, MAILS_AN_HOUR, type Sent, type Waiting } from './choose-mails'

const start = new Date('2026-11-21T23:30:00Z')
const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
let made = 0
const mail = (network: number, queuedAt: Date, more: Partial<Waiting> = {}): Waiting => {
  const id = String(made++).padStart(6, '0')
  return { id, address: 'a', network, solved: false, queuedAt, ...more }
}
const sentOf = ({ address, network, solved }: Waiting, when: Date): Sent => ({ address, network, solved, at: when })

/** Minute after minute, as the worker does it. */
function run(mails: Waiting[], minutes: number) {
  const sent: { mail: Waiting; at: Date }[] = []
  const due = new Map(mails.map((one) => [one, one.queuedAt]))
  for (let minute = 0; minute <= minutes; minute++) {
    const now = at(minute)
    const waiting = [...due].filter(([, when]) => when <= now).map(([one]) => one)
    const recent = sent.filter((one) => one.at.getTime() > now.getTime() - HOUR)
    const { go, later } = chooseMails(
      waiting,
      recent.map((one) => sentOf(one.mail, one.at)),
      now,
    )
    for (const one of go) {
      due.delete(one)
      sent.push({ mail: one, at: now })
    }
    for (const one of later) due.set(one.mail, one.at)
  }
  return sent
}

test('three hundred mails requested by a stranger do not delay the one of another network', () => {
  const flood = Array.from({ length: 300 }, (_, i) => mail(1, at(i / 100)))
  const own = mail(2, at(5))
  const sent = run([...flood, own], 180)
  expect(sent.find((one) => one.mail === own)?.at).toEqual(at(5))
  expect(sent.filter((one) => one.at <= at(59))).toHaveLength(MAILS_AN_HOUR)
})

test('even if the owner had one already, from the network that requested it', () => {
  const flood = Array.from({ length: 300 }, (_, i) => mail(1, at(1 + i / 100)))
  const own = mail(2, at(20))
  const sent = run([mail(2, at(0)), ...flood, own], 60)
  expect(sent.find((one) => one.mail === own)?.at).toEqual(at(20))
})

test('within one network the newest goes first, so that yesterday’s flood does not delay it', () => {
  const flood = Array.from({ length: 50 }, (_, i) => mail(1, at(i / 100)))
  const own = mail(1, at(30))
  expect(run([...flood, own], 90).find((one) => one.mail === own)?.at).toEqual(at(60))
})

test('the window slides across midnight, and nothing is lost', () => {
  const mails = Array.from({ length: 12 }, () => mail(1, start))
  const sent = run(mails, 400)
  expect(sent).toHaveLength(12)
  expect(sent.filter((one) => one.at <= at(59))).toHaveLength(3)
})

test('midnight empties no window: what is requested just after it waits for those sent just before', () => {
  const before = Array.from({ length: 3 }, () => mail(1, at(20)))
  const after = Array.from({ length: 3 }, () => mail(1, at(31)))
  const sent = run([...before, ...after], 200)
  expect(sent.map((one) => one.at)).toEqual([...before.map(() => at(20)), ...after.map(() => at(80))])
})

test('mails requested with a challenge have the same number of slots again', () => {
  const plain = Array.from({ length: 20 }, (_, i) => mail(i, at(0)))
  const solved = [mail(30, at(1), { solved: true }), mail(31, at(1), { solved: true })]
  const sent = run([...plain, ...solved], 10)
  expect(sent.filter((one) => one.mail.solved).map((one) => one.at)).toEqual([at(1), at(1)])
  expect(sent).toHaveLength(MAILS_AN_HOUR + 2)
})

test('whoever asks, and however often: at most the limit reaches an address in any hour, twice that with challenges', () => {
  const asked = fc.record({
    network: fc.integer({ min: 0, max: 5 }),
    minute: fc.integer({ min: 0, max: 200 }),
    address: fc.constantFrom('a', 'b'),
    solved: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 80 }), (asks) => {
      const mails = asks.map(({ network, minute, ...more }) => mail(network, at(minute), more))
      const sent = run(mails, 400)
      for (const one of sent) {
        const within = sent.filter(
          (other) =>
            other.mail.address === one.mail.address &&
            other.at <= one.at &&
            other.at.getTime() > one.at.getTime() - HOUR,
        )
        expect(within.length).toBeLessThanOrEqual(2 * MAILS_AN_HOUR)
        expect(within.filter(({ mail: { solved } }) => !solved).length).toBeLessThanOrEqual(MAILS_AN_HOUR)
      }
    }),
    { numRuns: 60 },
  )
})
