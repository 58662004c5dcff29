import type { PasskeyWords } from './passkey-form'
import { t } from './words'

/** What the form of a passkey says by itself, for the browser. */
export function passkeyWords(): PasskeyWords {
  return {
    needsScript: t('passkey.needsScript'),
    unsupported: t('passkey.unsupported'),
    already: t('passkey.already'),
    none: t('passkey.none'),
    failed: t('passkey.failed'),
  }
}
