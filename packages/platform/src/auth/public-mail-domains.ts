/**
 * Domains at which anybody gets an address: whoever has one there belongs to no company by it. The providers with the most
 * users, by what each names on its own sign-up page; the claim of an owner whose address is elsewhere needs no list.
 */
export const publicMailDomains: ReadonlySet<string> = new Set(
  `
  gmail.com googlemail.com outlook.com outlook.de hotmail.com hotmail.co.uk hotmail.de hotmail.fr hotmail.it live.com live.de
  live.co.uk live.fr msn.com passport.com yahoo.com yahoo.co.uk yahoo.de yahoo.fr yahoo.it yahoo.es yahoo.co.in yahoo.co.jp
  yahoo.com.br ymail.com rocketmail.com aol.com aim.com icloud.com me.com mac.com proton.me protonmail.com pm.me tutanota.com
  tutanota.de tuta.io tuta.com keemail.me fastmail.com fastmail.fm hey.com zoho.com zohomail.eu mail.com email.com usa.com
  gmx.de gmx.net gmx.at gmx.ch gmx.com web.de freenet.de t-online.de arcor.de vodafonemail.de online.de posteo.de posteo.net
  mailbox.org kabelmail.de freemail.hu bluewin.ch hispeed.ch aon.at chello.at orange.fr wanadoo.fr free.fr laposte.net sfr.fr
  neuf.fr libero.it virgilio.it tiscali.it alice.it tin.it telenet.be skynet.be ziggo.nl kpnmail.nl planet.nl xs4all.nl
  btinternet.com sky.com virginmedia.com ntlworld.com talktalk.net seznam.cz centrum.cz wp.pl o2.pl onet.pl interia.pl op.pl
  abv.bg ukr.net mail.ru bk.ru list.ru inbox.ru yandex.ru yandex.com ya.ru rambler.ru comcast.net verizon.net att.net
  sbcglobal.net bellsouth.net cox.net charter.net earthlink.net juno.com rogers.com shaw.ca sympatico.ca uol.com.br bol.com.br
  terra.com.br qq.com foxmail.com 163.com 126.com yeah.net sina.com sohu.com aliyun.com naver.com daum.net hanmail.net
  rediffmail.com bigpond.com optusnet.com.au mailinator.com guerrillamail.com 10minutemail.com yopmail.com trashmail.com
  temp-mail.org duck.com simplelogin.com
  `
    .trim()
    .split(/\s+/),
);
