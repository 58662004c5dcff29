import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { PageFrame } from '@/components/site/page-frame'
import { env } from '@/lib/env'
import type { Locale } from '@/messages/translator'
import { localeOf } from './locale-of'

interface PublicPage<Params, Found> {
  /** The address after the language, such as `/letters`; empty for the home page. */
  path: string | ((params: Params) => string)
  /** Finds the page's content; null gives a 404. */
  find?: (params: Params, locale: Locale) => Found | null | Promise<Found | null>
  /** Where the content of a missing page is now: an address after the language, or null. */
  movedTo?: (params: Params, locale: Locale) => Promise<string | null>
  /** Title, description and robots (`pageMetadata`, `unlisted`, `neutral`). */
  head: (page: Context<Params, Found>) => Metadata
  body: (page: Context<Params, Found>) => ReactNode | Promise<ReactNode>
}

interface Context<Params, Found> {
  params: Params
  found: Found
  locale: Locale
  path: string
  /** The whole address, for structured data and for sharing. */
  address: string
}

/**
 * A public page that depends on its URL only, so that it is rendered once and cached. Parameters after the language
 * need `generateStaticParams` as well: without it Next.js renders the page for every request.
 */
export function publicPage<Params extends object = object, Found = undefined>(page: PublicPage<Params, Found>) {
  type Props = { params: Promise<{ locale: string } & Params> }

  async function find(props: Props): Promise<{ params: Params; locale: Locale; found: Found | null | undefined }> {
    const [params, locale] = [await props.params, await localeOf(props.params)]
    return { params, locale, found: await page.find?.(params, locale) }
  }

  function contextOf(params: Params, locale: Locale, found: Found): Context<Params, Found> {
    const path = typeof page.path === 'string' ? page.path : page.path(params)
    return { params, locale, found, path, address: `${env().SITE_URL}/${locale}${path}` }
  }

  async function generateMetadata(props: Props): Promise<Metadata> {
    const { params, locale, found } = await find(props)
    return found === null ? {} : page.head(contextOf(params, locale, found as Found))
  }

  async function render(props: Props) {
    const { params, locale, found } = await find(props)
    if (found === null) {
      const elsewhere = await page.movedTo?.(params, locale)
      return elsewhere ? permanentRedirect(`/${locale}${elsewhere}`) : notFound()
    }
    const context = contextOf(params, locale, found as Found)
    return (
      <PageFrame locale={locale} path={context.path}>
        {await page.body(context)}
      </PageFrame>
    )
  }

  return { generateMetadata, Page: render, generateStaticParams: () => [] }
}

/** For a page between two steps: search engines do not list it. */
export function unlisted(title: string): Metadata {
  return { title, robots: { index: false } }
}

/** The same for a page about one's own signature: its title stays in the browser's history and names no site. */
export function neutral(title: string): Metadata {
  return { title: { absolute: title }, robots: { index: false, follow: false } }
}
