import { familyOf } from './providers'
import { registrableDomain } from './registrable-domain'

/** Providers with hundreds of millions of mailboxes, or most of a country's. */
const worldwide = new Set(
  `gmail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.co.jp icloud.com aol.com proton.me naver.com
  hanmail.net kakao.com nate.com qq.com 163.com 126.com mail.ru yandex.ru gmx.de gmx.net web.de`.split(/\s+/),
)

/** Providers with millions. */
const national = new Set(
  `hotmail.co.uk hotmail.fr hotmail.de hotmail.it hotmail.es live.co.uk live.fr live.nl outlook.fr outlook.de outlook.jp
  outlook.kr yahoo.fr yahoo.de yahoo.co.uk yahoo.co.in yahoo.it yahoo.es yahoo.ca yahoo.com.br yahoo.com.tw ymail.com
  rocketmail.com gmx.com gmx.at gmx.ch mail.com email.com zoho.com tuta.com tutanota.com fastmail.com fastmail.fm
  korea.com hanmir.com dreamwiz.com sina.com sina.cn sohu.com foxmail.com 139.com 189.cn yeah.net aliyun.com
  bk.ru list.ru inbox.ru internet.ru rambler.ru ukr.net i.ua orange.fr wanadoo.fr free.fr laposte.net sfr.fr
  bbox.fr t-online.de freenet.de arcor.de posteo.de mailbox.org libero.it virgilio.it tiscali.it alice.it tin.it
  docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp nifty.com ocn.ne.jp biglobe.ne.jp btinternet.com
  btopenworld.com sky.com virginmedia.com talktalk.net ntlworld.com comcast.net verizon.net att.net sbcglobal.net
  bellsouth.net cox.net charter.net rogers.com shaw.ca videotron.ca bigpond.com optusnet.com.au telstra.com xtra.co.nz
  ziggo.nl kpnmail.nl planet.nl telenet.be skynet.be bluewin.ch seznam.cz email.cz centrum.cz wp.pl o2.pl onet.pl
  interia.pl op.pl telefonica.net terra.com.br uol.com.br bol.com.br abv.bg freemail.hu citromail.hu sapo.pt
  hinet.net pchome.com.tw duck.com simplelogin.com mozmail.com anonaddy.com appleid.com riseup.net`.split(/\s+/),
)

export type ProviderSize = 'worldwide' | 'national' | 'small'

/** The provider of a mail domain, for counting: one name for all its domains. */
export function providerOf(domain: string): { name: string; size: ProviderSize } {
  const owner = registrableDomain(domain)
  const name = familyOf.get(owner) ?? owner
  return { name, size: worldwide.has(name) ? 'worldwide' : national.has(name) ? 'national' : 'small' }
}
