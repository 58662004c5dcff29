import { deviceWords } from '@/lib/staff/browser/device-words'
import { codeName } from './code-name'
import { t } from './words'

/** A browser, as a session keeps it ("Firefox on Linux"), in the reader's words. */
export function deviceName(device: string): string {
  return deviceWords(t, device)
}

/** Second factors, as lists and sessions name them (`2 passkeys, app`), in the reader's words. */
export function factorName(factors: string): string {
  return factors
    .split(', ')
    .map((one) => {
      const [, number] = /^(\d+) passkeys$/.exec(one) ?? []
      return number ? t('account.passkeys', { number: Number(number) }) : codeName(one).toLowerCase()
    })
    .join(', ')
}
