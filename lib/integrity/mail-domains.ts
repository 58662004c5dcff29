/**
 * Providers with millions of mailboxes: many signers of one of them mean nothing. Nor do those of the names that are
 * kept for examples (RFC 2606): no mail goes there, so nobody confirms.
 */
export const largeProviders: ReadonlySet<string> = new Set(
  `gmail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.co.jp yahoo.fr yahoo.de icloud.com me.com mac.com
  aol.com proton.me protonmail.com pm.me tuta.com tutanota.com gmx.de gmx.net gmx.com web.de mail.com zoho.com
  naver.com daum.net hanmail.net kakao.com nate.com korea.com qq.com 163.com 126.com sina.com foxmail.com
  mail.ru yandex.ru yandex.com bk.ru list.ru inbox.ru rambler.ru orange.fr wanadoo.fr free.fr laposte.net sfr.fr
  t-online.de libero.it docomo.ne.jp ezweb.ne.jp softbank.ne.jp hotmail.co.uk hotmail.fr btinternet.com comcast.net
  example.org example.com example.net
  duck.com simplelogin.com mozmail.com privaterelay.appleid.com riseup.net fastmail.com`.split(/\s+/),
)

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
