import { z } from 'zod'
import { db } from '@/lib/db'
import { takeLock } from '@/lib/locks'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import type { Prisma } from '@/prisma/generated/client'

const whole = (least: number, most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most))

/** The settings that owners make for the whole site: how each is parsed, and its default. */
const settings = {
  /** The hour, in the reader's time zone, from which the digest is mailed. */
  digestHour: { schema: whole(5, 20), otherwise: 9 },
  /** The goal, in signatures, that the form of a new petition suggests. */
  defaultGoal: { schema: whole(1, 999_999_999), otherwise: 10_000 },
} as const

export type SettingName = keyof typeof settings
export type SiteSettings = Record<SettingName, number>

const names = Object.keys(settings) as SettingName[]

export interface SettingsView {
  values: SiteSettings
  /** The revision numbers of all settings; a form sends them back as the expected version. */
  version: string
}

/** Returns the current settings. */
export async function findSettings(of: Pick<Prisma.TransactionClient, 'setting'> = db()): Promise<SettingsView> {
  const rows = await of.setting.findMany()
  const read = (name: SettingName) => {
    const { schema, otherwise } = settings[name]
    // A value written by a later release counts as unset.
    return schema.safeParse(rows.find((row) => row.name === name)?.value).data ?? otherwise
  }
  const revisions = names.map((name) => rows.find((row) => row.name === name)?.revision ?? 0)
  return { values: { digestHour: read('digestHour'), defaultGoal: read('defaultGoal') }, version: revisions.join('.') }
}

/** Returns the current settings for a page of the admin area. @throws NotAllowed */
export function seeSettings(by: Staff): Promise<SettingsView> {
  authorise(by, 'settings.read')
  return findSettings()
}

export type SettingsSaved = { ok: true; id: string } | { ok: false; errors: Record<string, string[]> }

/** Saves the typed settings and logs each change. Saves none if somebody else has changed one meanwhile (`changed`). */
export function saveSettings(
  by: Staff,
  { expectedVersion, typed }: { expectedVersion: string; typed: Record<SettingName, string> },
  now: Date,
): Promise<SettingsSaved> {
  return staffWrite<SettingsSaved>(by, 'settings.write', now, async ({ tx, log }) => {
    const read = names.map((name) => [name, settings[name].schema.safeParse(typed[name])] as const)
    const wrong = read.filter(([, { success }]) => !success).map(([name]) => [name, ['out_of_range']])
    if (wrong.length > 0) return { ok: false, errors: Object.fromEntries(wrong) }
    await takeLock(tx, 'siteSettings')
    const before = await findSettings(tx)
    if (before.version !== expectedVersion) return { ok: false, errors: { form: ['changed'] } }
    for (const [name, { data }] of read) {
      if (data === undefined || data === before.values[name]) continue
      const [value, from] = [String(data), String(before.values[name])]
      await tx.setting.upsert({
        where: { name },
        create: { name, value, revision: 1, changedAt: now },
        update: { value, revision: { increment: 1 }, changedAt: now },
      })
      log('settings.save', `setting:${name}`, { from, to: value })
    }
    return { ok: true, id: '' }
  })
}
