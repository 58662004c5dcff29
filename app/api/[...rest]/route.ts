import { json } from '@/lib/web/answer'

function notFound(): Response {
  return json({ error: 'not_found' }, 404)
}

/** Programs get JSON, not the page for people, from an address that does not exist. */
export { notFound as DELETE, notFound as GET, notFound as PATCH, notFound as POST, notFound as PUT }
