/**
 * Domains known to give mailboxes for minutes. A signal only, and privacy relays are not among them: who must hide
 * an address has a right to.
 */
export const disposableDomains: ReadonlySet<string> = new Set(
  `mailinator.com guerrillamail.com guerrillamail.info grr.la sharklasers.com 10minutemail.com 10minutemail.net
  temp-mail.org tempmail.com tempmail.net tempmailo.com yopmail.com yopmail.fr trashmail.com trashmail.de
  dispostable.com throwawaymail.com maildrop.cc getnada.com nada.email moakt.com mohmal.com emailondeck.com
  fakeinbox.com mailnesia.com mintemail.com mytemp.email spamgourmet.com tempinbox.com mail-temp.com
  discard.email discardmail.com spambog.com wegwerfmail.de einrot.com byom.de mailcatch.com inboxkitten.com
  1secmail.com 1secmail.net 1secmail.org tmpmail.org tmpmail.net minuteinbox.com burnermail.io mailsac.com
  harakirimail.com anonbox.net crazymailing.com tempr.email luxusmail.org emailfake.com generator.email`.split(/\s+/),
)
