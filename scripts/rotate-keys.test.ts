import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { expect, it, vi } from 'vitest'
import { useDatabase } from '@/test/use-database'

useDatabase()

const now = new Date()
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

/** A process reads its environment once: a rotation is a new process, here a new set of modules. */
async function processWith(keys: Record<string, string>) {
  vi.resetModules()
  vi.unstubAllEnvs()
  for (const [name, value] of Object.entries(keys)) vi.stubEnv(name, value)
  const parts = await Promise.all([
    import('@/lib/db'),
    import('@/lib/coalition/apply'),
    import('@/lib/coalition/read-application'),
    import('@/lib/coalition/reindex-applications'),
    import('@/lib/staff/reencrypt-totp-secrets'),
    import('@/lib/staff/factor/check-code'),
    import('@/lib/staff/factor/enrol-totp'),
    import('@/test/a-staff-member'),
  ])
  const [db, apply, read, applications, boxes, check, enrol, colleague] = parts
  return { ...db, ...apply, ...read, ...applications, ...boxes, ...check, ...enrol, ...colleague }
}

function newKeys() {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  return {
    SEAL_PUBLIC_KEY: publicKey.export({ format: 'jwk' }).x ?? '',
    SEAL_PRIVATE_KEY: privateKey.export({ format: 'jwk' }).d ?? '',
    BLIND_INDEX_KEY: randomBytes(32).toString('base64url'),
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
  }
}

const old = newKeys()
const next = newKeys()
const before = Object.fromEntries(Object.entries(old).map(([name, value]) => [`${name}_BEFORE`, value]))
const rotating = { ...before, ...next }

const form = (name: string) => ({
  kind: 'individual',
  name,
  email: `${name.toLowerCase()}@example.org`,
  country: 'KR',
  comment: 'We want to help.',
  consent: 'on',
})

async function applyAs(site: Awaited<ReturnType<typeof processWith>>, name: string) {
  const read = site.readApplication(form(name))
  if (!read.ok) throw new Error('the fixture is not a good form')
  await site.apply(read.form, 'en', now)
}

it('applications are found by the new key; of two by someone who applied meanwhile, the further advanced is kept', async () => {
  const first = await processWith(old)
  await applyAs(first, 'Anna')
  await applyAs(first, 'Bert')
  await first.db().application.updateMany({ data: { state: 'confirmed', confirmedAt: now } })
  await first.closeDb()

  // A web process that was given only the new key does not recognise Bert.
  const alone = await processWith(next)
  await applyAs(alone, 'Bert')
  expect(await alone.db().application.count()).toBe(3)
  await alone.closeDb()

  const during = await processWith(rotating)
  await applyAs(during, 'Anna')
  expect(await during.db().application.count()).toBe(3)
  expect(await during.reindexApplications()).toEqual({ moved: 1, unreadable: 0 })
  expect(await during.reindexApplications()).toEqual({ moved: 0, unreadable: 0 })
  expect((await during.db().application.findMany()).map(({ state }) => state)).toEqual(['confirmed', 'confirmed'])
  await during.closeDb()

  const after = await processWith(next)
  await applyAs(after, 'Anna')
  await applyAs(after, 'Bert')
  expect(await after.db().application.count()).toBe(2)
  await after.closeDb()
})

it('staff keep their authenticator app; recovery codes work while the previous key is kept', async () => {
  const code = (secret: string, at: Date) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() })
  const first = await processWith(old)
  const session = await first.aHalfSession('moderator', now)
  const secret = await first.totpToEnrol(session)
  const codes = (await first.enrolTotp(session, code(secret, now), now)) ?? []
  expect(codes).toHaveLength(10)
  await first.closeDb()

  const during = await processWith(rotating)
  expect(await during.checkCode(session, code(secret, later(1)), later(1))).toEqual({ ok: true })
  expect(await during.checkCode(session, codes[0] ?? '', later(2))).toEqual({ ok: true })
  expect(await during.reencryptTotpSecrets()).toEqual({ closed: 1, unreadable: 0 })
  expect(await during.reencryptTotpSecrets()).toEqual({ closed: 0, unreadable: 0 })
  await during.closeDb()

  const after = await processWith(next)
  expect(await after.checkCode(session, code(secret, later(3)), later(3))).toEqual({ ok: true })
  expect(await after.checkCode(session, codes[1] ?? '', later(4))).toMatchObject({ ok: false })
  await after.closeDb()

  const stranger = await processWith(newKeys())
  expect(await stranger.reencryptTotpSecrets()).toEqual({ closed: 0, unreadable: 1 })
  await stranger.closeDb()
})

it('the scan of a paper sheet is recognised by the new key', async () => {
  const scan = 'ab'.repeat(32)
  const first = await processWith(old)
  const [{ sealRecord }, { blindIndex }, { aPetition }, { aStaffMember }] = await Promise.all([
    import('@/lib/vault/seal-record'),
    import('@/lib/vault/blind-index'),
    import('@/test/a-petition'),
    import('@/test/a-staff-member'),
  ])
  const { id: enteredBy } = await aStaffMember('moderator', now)
  const sheet = {
    id: randomUUID(),
    petitionId: await aPetition('paper'),
    place: 'Seoul',
    signedOn: now,
    enteredAt: now,
  }
  const sealed = sealRecord({ collector: 'Somebody', nonce: 'nonce', scan })
  const scanIndex = blindIndex('paper scan', scan)
  await first.db().paperSheet.create({ data: { ...sheet, sealed, scanIndex, enteredBy } })
  await first.closeDb()

  const during = await processWith(rotating)
  const { reindexSheets } = await import('@/lib/paper/reindex-sheets')
  const present = (await import('@/lib/vault/blind-index')).blindIndex('paper scan', scan)
  expect(await reindexSheets()).toEqual({ moved: 1, unreadable: 0 })
  expect(await reindexSheets()).toEqual({ moved: 0, unreadable: 0 })
  const row = await during.db().paperSheet.findUniqueOrThrow({ where: { id: sheet.id } })
  expect(Buffer.from(row.scanIndex ?? [])).toEqual(present)
  await during.closeDb()
})
