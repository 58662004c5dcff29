import type { Task } from '@/lib/integrity/proof/make-task'
import { solveTask } from '@/test/solve-task'
import type { Answered, openAsker } from './ask'
import type { Sender } from './attack-senders'
import { SLUG } from './one-site'

/** The answer: accepted, accepted with a later mail, refused at a limit, or the site was busy or failed. */
export type Outcome = 'through' | 'with a task' | 'later' | 'refused' | 'busy' | 'trouble'

/** Sends a form as its sender would, and continues as they would at a limit. */
export async function send(
  { post }: ReturnType<typeof openAsker>,
  { from, email, name, page, beyond, link }: Sender,
  made: string,
): Promise<Outcome> {
  const path = link ? '/api/v1/my-signature/links' : `/api/v1/petitions/${SLUG}/signatures`
  const form = {
    name,
    email,
    country: 'KR',
    display: 'initials',
    consent: 'on',
    ...(page ? { made } : {}),
  }
  const first = await post(path, from, form)
  if (first.status !== 429) return read(first)
  if (beyond === 'gives up') return 'refused'
  if (beyond === 'waits') {
    const second = await post(path, from, { ...form, later: 'on' })
    return second.status === 303 ? 'later' : read(second)
  }
  const solved = await post(path, from, { ...form, proof: solveTask(taskOf(first.body)) })
  return solved.status === 303 ? 'with a task' : read(solved)
}

function read({ status }: Answered): Outcome {
  if (status === 303) return 'through'
  if (status === 429) return 'refused'
  return status === 503 ? 'busy' : 'trouble'
}

function taskOf(html: string): Task {
  const text = /data-task="([^"]*)"/.exec(html)?.[1] ?? ''
  return JSON.parse(text.replaceAll('&quot;', '"')) as Task
}
