import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A source from which the files of a log are read: a site or a folder. */
export interface LedgerSource {
  /** Null if there is no such file. */
  read(path: string): Promise<Uint8Array | null>
  /** For messages. */
  name: string
  /** For a site's log: the URL of its count. */
  countUrl: string | null
}

/** Nothing answered, or not like a log. */
export class Unreachable extends Error {}

const TIMEOUT = 20_000
const ATTEMPTS = 3

/** @param place an http(s) address such as `https://example.org/ledger/some-petition`, or a folder of a mirror */
export function ledgerSource(place: string): LedgerSource {
  return /^https?:\/\//.test(place) ? site(place.replace(/\/+$/, '')) : folder(place)
}

function site(url: string): LedgerSource {
  return {
    name: url,
    countUrl: countUrl(url),
    read: async (path) => {
      const response = await fetchAgain(`${url}/${path}`)
      if (response.status === 404) return null
      if (!response.ok) throw new Unreachable(`${url}/${path} answers ${response.status}`)
      return new Uint8Array(await response.arrayBuffer())
    },
  }
}

function countUrl(url: string): string | null {
  const found = /^(.*)\/ledger\/([^/]+)$/.exec(url)
  return found ? `${found[1]}/api/v1/petitions/${found[2]}/count` : null
}

async function fetchAgain(url: string, attempt = 1): Promise<Response> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT) })
    if (response.status < 500 || attempt === ATTEMPTS) return response
  } catch (error) {
    if (attempt === ATTEMPTS) throw new Unreachable(`${url} does not answer (${String(error)})`)
  }
  await new Promise((resolve) => setTimeout(resolve, 500 * attempt))
  return fetchAgain(url, attempt + 1)
}

function folder(path: string): LedgerSource {
  return {
    name: path,
    countUrl: null,
    read: async (name) => {
      try {
        return new Uint8Array(await readFile(join(path, name)))
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code
        if (code === 'ENOENT' || code === 'ENOTDIR') return null
        throw error
      }
    },
  }
}
