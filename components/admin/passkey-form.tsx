import type { ReactNode } from 'react'
import { t } from './words'

interface Props {
  /** Takes the fields and, as `answer`, what the browser answered. */
  send: (form: FormData) => Promise<void>
  /** To create one, to sign in with one, or to confirm a request. */
  kind: 'add' | 'sign-in' | 'confirm'
  /** The request that it confirms. */
  request?: string
  button: string
  children?: ReactNode
}

/**
 * Asks the browser for a passkey, or to create one (`public/passkey.js`). The server's page must not promise what the
 * browser cannot do: until the script knows, there is no button, and without scripts the page says what to do instead.
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
