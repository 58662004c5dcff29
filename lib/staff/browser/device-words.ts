import type { AdminKey, AdminValues } from '@/messages/admin/translator'

type Say = (key: AdminKey, values?: AdminValues) => string

/** A browser, as a session keeps it ("Firefox on Linux"), in the words of one language. */
export function deviceWords(say: Say, device: string): string {
  const part = (name: string) => (name === 'other' ? say('account.otherDevice') : name)
  const [, browser = '', system = ''] = /^(.+) on (.+)$/.exec(device) ?? []
  return browser ? say('account.device', { browser: part(browser), system: part(system) }) : part(device)
}
