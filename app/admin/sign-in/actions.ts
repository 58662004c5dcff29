'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { networkOf } from '@/lib/integrity/limits/network-of'
import { requestSignInLink } from '@/lib/staff/request-sign-in-link'
import { field } from '@/lib/web/admin/admin-action'
import { addressHeader } from '@/lib/web/server/client-address'

/**
 * Open to all; the answer is the same for every address. Networks take turns, so that nobody's link waits behind a
 * stranger's.
 */
export async function sendLink(form: FormData): Promise<void> {
  const network = networkOf((await headers()).get(addressHeader) ?? '')
  await requestSignInLink(field(form, 'email'), new Date(), network)
  redirect('/admin/sign-in?sent=1')
}
