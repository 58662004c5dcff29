'use client'
import { useEffect, useRef, useState } from 'react'

/** In ms: after the last key; and at the latest, however long somebody types. */
const AFTER = 2_000
const LATEST = 20_000

/**
 * Keeps what is typed into the form around it, on the server, for its person alone (`/admin/kept/autosave`), and warns
 * before the page is left with something that is not kept yet. Without scripts a form that is not carried out is kept when
 * it is sent.
 */
interface Words {
  kept: string
  notKept: string
}

export function Autosave({ words: { kept, notKept } }: { words: Words }) {
  const mark = useRef<HTMLSpanElement>(null)
  const [said, say] = useState('')
  useEffect(() => {
    const form = mark.current?.closest('form')
    if (!form || typeof crypto.randomUUID !== 'function') return
    return watch(form, (isKept) => say(isKept ? kept : notKept))
  }, [kept, notKept])
  return (
    <span ref={mark} className="autosave hint" hidden={said === ''}>
      {said}
    </span>
  )
}

/** @returns ends it */
function watch(form: HTMLFormElement, say: (isKept: boolean) => void): () => void {
  let soon: ReturnType<typeof setTimeout> | undefined
  let since = 0
  let request: AbortController | undefined

  const typed = () => {
    since ||= Date.now()
    clearTimeout(soon)
    soon = setTimeout(() => void keep(), Math.max(0, Math.min(AFTER, since + LATEST - Date.now())))
  }
  const sent = () => {
    clearTimeout(soon)
    request?.abort()
    since = 0
  }
  const leave = (event: BeforeUnloadEvent) => {
    if (since) event.preventDefault()
  }
  async function keep(): Promise<void> {
    const upTo = since
    since = 0
    // The newer one holds all of it, and must not be overtaken.
    request?.abort()
    request = new AbortController()
    const kept = await post(textsOf(form), request.signal)
    // The form was sent meanwhile, or more was typed.
    if (kept === null) return
    if (!kept) since = upTo
    // The session goes on (public/staff.js).
    else document.dispatchEvent(new Event('draft-kept'))
    say(kept)
  }

  // Typed before the script was there, or put back by the browser.
  if (isChanged(form)) typed()
  form.addEventListener('input', typed)
  form.addEventListener('submit', sent)
  window.addEventListener('beforeunload', leave)
  return () => {
    sent()
    form.removeEventListener('input', typed)
    form.removeEventListener('submit', sent)
    window.removeEventListener('beforeunload', leave)
  }
}

function isChanged(form: HTMLFormElement): boolean {
  const texts = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input:not([type=hidden]), textarea')
  return [...texts].some((one) => one.type !== 'file' && one.value !== one.defaultValue)
}

/** The form's texts, with the id under which they are kept: it goes along when the form is sent, which ends the keeping. */
function textsOf(form: HTMLFormElement): FormData {
  let id = form.querySelector<HTMLInputElement>('input[name=kept]')
  if (!id) {
    id = Object.assign(document.createElement('input'), { type: 'hidden', name: 'kept', value: crypto.randomUUID() })
    form.append(id)
  }
  const texts = new FormData()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') texts.append(name, value)
  return texts
}

/** @returns null if it was stopped */
async function post(body: FormData, signal: AbortSignal): Promise<boolean | null> {
  try {
    return (await fetch('/admin/kept/autosave', { method: 'POST', body, signal, redirect: 'error' })).ok
  } catch {
    return signal.aborted ? null : false
  }
}
