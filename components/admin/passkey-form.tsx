import type { ReactNode } from 'react'
import { t } from './words'

interface Props {
  /** Receives the fields, and the browser's answer as `answer`. */
  send: (form: FormData) => Promise<void>
  /** To create one, to sign in, or to confirm a request. */
  kind: 'add' | 'sign-in' | 'confirm'
  /** The request to confirm. */
  request?: string
  button: string
  children?: ReactNode
}

/**
 * Asks the browser for a passkey, or to create one (`public/passkey.js`). The button appears only once the script knows
 * that the browser supports it; without scripts the page says what to do instead.
 */
export function PasskeyForm({ send, kind, request, button, children }: Props) {
  const words = { already: t('passkey.already'), none: t('passkey.none'), failed: t('passkey.failed') }
  return (
    <>
      <form
        action={send}
        className="stack"
        data-passkey={kind}
        data-request={request}
        data-already={words.already}
        data-none={words.none}
        data-failed={words.failed}
      >
        <p className="hint" data-part="needs-script">
          {t('passkey.needsScript')}
        </p>
        <p className="hint" data-part="unsupported" hidden>
          {t('passkey.unsupported')}
        </p>
        <input type="hidden" name="answer" />
        {request && <input type="hidden" name="request" value={request} />}
        <div data-part="able" hidden>
          <div className="stack">
            {children}
            <button type="submit" className="main">
              {button}
            </button>
          </div>
        </div>
        <p role="alert" />
      </form>
      <script src="/passkey.js" type="module" />
    </>
  )
}
