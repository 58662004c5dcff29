import { deviceWords } from '@/lib/staff/browser/device-words'
import { codeName } from './code-name'
import { t } from './words'

/** The browser of a session ("Firefox on Linux"), in the reader's language. */
export function deviceName(device: string): string {
  return deviceWords(t, device)
}

/** Second factors as stored by lists and sessions (`2 passkeys, app`), in the reader's language. */
export function factorName(factors: string): string {
  return factors
    .split(', ')
    .map((one) => {
      const [, number] = /^(\d+) passkeys$/.exec(one) ?? []
      return number ? t('account.passkeys', { number: Number(number) }) : codeName(one).toLowerCase()
    })
    .join(', ')
}
