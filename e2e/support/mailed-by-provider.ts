import { expect } from '@playwright/test'
import type { FakeResend } from './fake-resend'

/** Waits for a mail at the provider whose subject matches, and gives it. */
export async function mailedTo(provider: FakeResend, to: string, subject: RegExp) {
  const find = () => provider.received.find((mail) => mail.to === to && subject.test(mail.subject))
  await expect.poll(() => find()?.subject ?? '', { timeout: 30_000 }).toMatch(subject)
  const mail = find()
  if (!mail) throw new Error('the mail has gone')
  return mail
}

/** The path of the signature's page in a mail. */
export function signaturePath(text: string): string {
  return /\/[a-zA-Z-]+\/signature\/[\w-]{43}/.exec(text)?.[0] ?? ''
}
