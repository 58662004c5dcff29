'use client'

import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import { type FormEvent, type ReactNode, startTransition, useEffect, useState } from 'react'

/** Said by the browser, in the reader's language. */
export interface PasskeyWords {
  needsScript: string
  unsupported: string
  already: string
  none: string
  failed: string
}

type Props = {
  /** Takes the fields and the browser's answer. */
  send: (form: FormData) => Promise<void>
  button: string
  words: PasskeyWords
  children?: ReactNode
} & (
  | { kind: 'add'; begin: () => Promise<PublicKeyCredentialCreationOptionsJSON> }
  | {
      kind: 'show'
      /** The request that it confirms; none at sign-in. */
      request?: string
      begin: (request: string) => Promise<PublicKeyCredentialRequestOptionsJSON>
    }
)

/**
 * Asks the browser for a passkey, or to create one. The only part of the admin area that needs scripts, because
 * browsers offer passkeys only to them; without scripts the page says what to do instead.
 */
export function PasskeyForm(props: Props) {
  // Unknown until the script runs: the server's page must not promise what the browser cannot do.
  const [able, setAble] = useState<boolean | null>(null)
  const [problem, setProblem] = useState('')
  useEffect(() => setAble(browserSupportsWebAuthn()), [])

  async function ask(form: FormData) {
    setProblem('')
    try {
      form.set('answer', JSON.stringify(await answerOf(props)))
      startTransition(() => props.send(form))
    } catch (error) {
      setProblem(sentence(error, props.words))
    }
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    void ask(new FormData(event.currentTarget))
  }

  return (
    <form onSubmit={submit} className="stack">
      {able === null && <p className="hint">{props.words.needsScript}</p>}
      {able === false && <p className="hint">{props.words.unsupported}</p>}
      {props.kind === 'show' && props.request && <input type="hidden" name="request" value={props.request} />}
      {able && props.children}
      {able && (
        <button type="submit" className="main">
          {props.button}
        </button>
      )}
      <p role="alert">{problem}</p>
    </form>
  )
}

async function answerOf(props: Props) {
  return props.kind === 'add'
    ? startRegistration({ optionsJSON: await props.begin() })
    : startAuthentication({ optionsJSON: await props.begin(props.request ?? '') })
}

/** What went wrong, as far as the browser says. */
function sentence(error: unknown, words: PasskeyWords): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'InvalidStateError') return words.already
  if (name === 'NotAllowedError') return words.none
  return words.failed
}
