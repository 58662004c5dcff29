import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'

// The source of public/passkey.js: asks the browser for a passkey, or to create one, and submits its answer with the
// form. The only part of the admin area that needs scripts, because browsers offer passkeys only to them.

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) offer(form)

function offer(form: HTMLFormElement): void {
  const show = (part: string, shown: boolean) => {
    for (const one of form.querySelectorAll<HTMLElement>(`[data-part=${part}]`)) one.hidden = !shown
  }
  show('needs-script', false)
  const able = browserSupportsWebAuthn()
  show(able ? 'able' : 'unsupported', true)
  if (!able) return
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void ask(form)
  })
}

async function ask(form: HTMLFormElement): Promise<void> {
  const problem = form.querySelector('[role=alert]')
  if (problem) problem.textContent = ''
  try {
    const answer = form.querySelector<HTMLInputElement>('input[name=answer]')
    if (answer) answer.value = await answerTo(form)
    form.submit()
  } catch (error) {
    if (problem) problem.textContent = sentence(error, form.dataset)
  }
}

/**
 * @returns empty if the server gives no options, for example after the session's end; submitting the form then shows
 *   why
 */
async function answerTo(form: HTMLFormElement): Promise<string> {
  const kind = form.dataset.passkey ?? ''
  const body = new URLSearchParams({ kind, request: form.dataset.request ?? '' })
  const got = await fetch('/admin/second-factor/passkey', { method: 'POST', body, redirect: 'manual' })
  if (!got.ok) return ''
  const optionsJSON = await got.json()
  return JSON.stringify(
    kind === 'add' ? await startRegistration({ optionsJSON }) : await startAuthentication({ optionsJSON }),
  )
}

/** The error in words, as far as the browser tells it. */
function sentence(error: unknown, words: DOMStringMap): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'InvalidStateError') return words.already ?? ''
  if (name === 'NotAllowedError') return words.none ?? ''
  return words.failed ?? ''
}
