import type { AdminKey, AdminValues } from '@/messages/admin/translator'

type Say = (key: AdminKey, values?: AdminValues) => string

/** Translates the browser of a session ("Firefox on Linux"). */
export function deviceWords(say: Say, device: string): string {
  const part = (name: string) => (name === 'other' ? say('account.otherDevice') : name)
  const [, browser = '', system = ''] = /^(.+) on (.+)$/.exec(device) ?? []
  return browser ? say('account.device', { browser: part(browser), system: part(system) }) : part(device)
}
