import { codeName } from './code-name'
import { t } from './words'

/** A browser, as a session keeps it ("Firefox on Linux"), in the reader's words. */
export function deviceName(device: string): string {
  const [, browser = '', system = ''] = /^(.+) on (.+)$/.exec(device) ?? []
  return browser ? t('account.device', { browser: partName(browser), system: partName(system) }) : partName(device)
}

function partName(name: string): string {
  return name === 'other' ? t('account.otherDevice') : name
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
