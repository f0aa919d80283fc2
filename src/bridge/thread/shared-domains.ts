/**
 * Domains that belong to no one organisation, or to one whose people need not know of each other: an address there
 * makes nobody a colleague of anybody. Where one is missing, strangers who have an address there are shown as
 * colleagues; the account's `shared_domains` adds to them. Where one is here without need, its people are marked.
 *
 * Sources: of public suffixes the Public Suffix List (publicsuffix.org); of providers Thunderbird's list of mail
 * providers (github.com/thunderbird/autoconfig, folder ispdb) and the domains that the largest others offer where an
 * address is chosen; of authorities and universities how their countries name them. Each line stands for the domain and
 * all below it; `*` is any characters.
 */

/**
 * Labels of a public suffix of two labels or more (`ac.uk`, `gov.br`, `k12.ca.us`) below which universities, schools,
 * authorities and armies have their names.
 */
export const SHARED_LABELS: ReadonlySet<string> = new Set([
  ...['ac', 'academia', 'ed', 'edu', 'educ', 'k12', 'sch', 'school', 'schools'],
  ...['admin', 'gc', 'go', 'gob', 'gouv', 'gov', 'government', 'govt', 'gub', 'gv', 'jus', 'leg', 'lg', 'mp'],
  ...['mil', 'nhs', 'parliament', 'police'],
]);

/** Public suffixes of one label that are such themselves. */
export const SHARED_SUFFIXES: ReadonlySet<string> = new Set(['edu', 'gov', 'int', 'mil', 'post']);

const PROVIDERS = `
  012.net.il 126.com 139.com 163.com 163.net 188.com 189.cn 1und1.de 21cn.com 263.net 9business.fr 9online.fr a1.net
  absamail.co.za abv.bg adelphia.net adinet.com.uy aim.com alice.it aliceadsl.fr aliceposta.it aliyun.com alltel.net
  ameritech.net aol.co.uk aol.com aol.de aol.fr aon.at arcor.de arcormail.de arnet.com.ar aruba.it atlas.cz att.net
  attglobal.net au.com auone.jp autograf.pl azet.sk bahnhof.se bbox.fr belgacom.net bell.net bellaliant.net
  bellsouth.net bezeqint.net biglobe.ne.jp bigmir.net bigpond.com bigpond.com.au bigpond.net.au bk.ru bluemail.ch
  bluewin.ch blueyonder.co.uk bol.com.br bredband.net bredband2.com bright.net brutele.be bsnl.in btconnect.com
  btinternet.com btopenworld.com buziaczek.pl cableone.net caiway.nl cantv.net caramail.com casema.nl cegetel.net
  centrum.cz centrum.sk centurylink.net centurytel.net charter.com charter.net chello.at chello.hu chello.nl
  citromail.hu ciudad.com.ar clear.net.nz clicknet.ro club-internet.fr cogeco.ca comcast.net comhem.se
  correo.movistar.es cox.net cytanet.com.cy daum.net df.eu dion.ne.jp dir.bg disroot.org docomo.ne.jp dodo.com.au
  dreamwiz.com drei.at dti.ne.jp duck.com earthlink.net eastlink.ca eir.ie eircom.net elisanet.fi elpasotel.net
  email.com email.cz email.de email.it emailsrvr.com embarqmail.com emirates.net.ae empas.com entelchile.net
  eonet.ne.jp epix.net etb.net.co eunet.rs ewe.net ewetel.de ewetel.net excite.co.jp excite.com ezweb.ne.jp
  fastmail.com fastmail.fm fastmail.net fastmail.org fastwebnet.it fibertel.com.ar flash.net forthnet.gr foxmail.com
  fpt.vn free.fr freedom.nl freemail.hu freenet.de freenetmail.de freesbee.fr freeserve.co.uk frontier.com
  frontiernet.net fsmail.net fuse.net gazeta.pl gci.net gigahost.dk globo.com globomail.com glocalnet.net gmail.com
  gmx.at gmx.ch gmx.co.uk gmx.com gmx.de gmx.es gmx.eu gmx.fr gmx.it gmx.net gmx.org gmx.us go2.pl goo.jp goo.ne.jp
  googlemail.com gte.net hanmail.net hanmir.com hetnet.nl hetzner.de hey.com hi-net.ne.jp hinet.net hispeed.ch hol.gr
  home.nl hot.ee hotmail.at hotmail.be hotmail.ca hotmail.ch hotmail.co.jp hotmail.co.uk hotmail.com hotmail.com.br
  hotmail.de hotmail.es hotmail.fr hotmail.it hotmail.nl hotmail.se htp-tel.de hughes.net hush.com hushmail.com
  i.softbank.jp i.ua iafrica.com icloud.com ig.com.br iinet.net.au in.com in.gr inbox.com inbox.lt inbox.lv inbox.ru
  indamail.hu indiatimes.com indosat.net.id inet.hr infinitum.com.mx infoseek.jp infoseek.ne.jp inode.at insightbb.com
  int.pl interia.eu interia.pl internet.ru internode.on.net inwind.it iol.cz iol.ie iol.it iol.pt ionos.com ionos.de
  ionos.fr iprimus.com.au jazztel.es jcom.home.ne.jp jubii.dk juno.com kabelbw.de kabelmail.de kakao.com katamail.com
  keemail.me kelcom.net kolumbus.fi korea.com kornet.net kpnmail.nl kpnplanet.nl ksc.co.th laposte.net lavabit.com
  legalmail.it lenta.ru libero.it libertysurf.fr lijbrandt.nl list.ru live.at live.be live.ca live.ch live.cl live.cn
  live.co.uk live.com live.com.au live.com.mx live.de live.dk live.fr live.ie live.it live.jp live.nl live.no live.ru
  live.se liwest.at loxinfo.co.th luukku.com lycos.co.kr lycos.com lycos.de m-net.de mac.com mageos.com mail.bg
  mail.co.uk mail.com mail.de mail.dk mail.ee mail.gr mail.kz mail.ru mail.telenor.dk mail.telepac.pt mail.ua
  mailbox.org mailfence.com mailme.dk mailo.com mbnet.fi mchsi.com me.com menara.ma meo.pt messagingengine.com meta.ua
  migadu.com mindspring.com mineo.jp mnet-mail.de mnet-online.de movistar.es mozmail.com msn.com mts.net mundo-r.com
  mweb.co.za mymts.net mynet.com narod.ru nate.com naver.com neostrada.pl net.hr netcabo.pt netcologne.de
  netcourrier.com netian.com netscape.net netvigator.com netvision.net.il netzero.com netzero.net neuf.fr nifty.com
  nifty.ne.jp nili.ca noos.fr nos.pt ntlworld.com numericable.fr nvbell.net o2.co.uk o2.pl o2mail.de o2online.de
  ocn.ne.jp odn.ne.jp ofir.dk oi.com.br one.lv onet.eu onet.pl online.de online.nl online.no onmail.com ono.com
  onsbrabantnet.nl op.pl optimum.net optinet.hr optonline.net optusnet.com.au orange.es orange.fr orange.net
  orcon.net.nz osnanet.de otenet.gr outlook.at outlook.be outlook.cl outlook.co.id outlook.co.nz outlook.co.th
  outlook.com outlook.com.ar outlook.com.au outlook.com.br outlook.cz outlook.de outlook.dk outlook.es outlook.fr
  outlook.hu outlook.ie outlook.in outlook.it outlook.jp outlook.kr outlook.lv outlook.my outlook.ph outlook.pt
  outlook.sa outlook.sg outlook.sk ovh.net ozemail.com.au pacbell.net pacific.net.sg pandora.be paradise.net.nz
  paran.com passagen.se passport.com pchome.com.tw pec.it peoplepc.com plala.or.jp planet.nl plus.com plusnet.com
  pm.me poczta.fm poczta.onet.pl pop.com.br post.cz post.sk post.tele.dk poste.it postecert.it posteo.at posteo.ch
  posteo.de posteo.eu posteo.net posteo.org pp.inet.fi privaterelay.appleid.com prodigy.net prodigy.net.mx prokonto.pl
  proton.me protonmail.ch protonmail.com proximus.be ptd.net q.com qq.com quick.cz quickline.ch quicknet.nl r7.com
  rakuten.jp rambler.ru rcn.com rdslink.ro rediff.com rediffmail.com riseup.net ro.ru roadrunner.com rocketmail.com
  rogers.com rr.com runbox.com sancharnet.in sapo.pt sasktel.net saunalahti.fi sbb.rs sbcglobal.net scarlet.be
  seed.net.tw sent.com seznam.cz sfr.fr sfr.net shaw.ca sify.com simnet.is simplelogin.com sina.cn sina.com
  singnet.com.sg siol.net sky.com skynet.be slingshot.co.nz snap.net.nz snet.net so-net.ne.jp softbank.jp
  softbank.ne.jp sohu.com sol.no solcon.nl spectrum.net speedy.com.ar spoluzaci.cz spray.se starhub.net.sg
  startmail.com stofanet.dk stonline.sk streamyx.com suddenlink.net sunrise.ch suomi24.fi supanet.com superonline.com
  swbell.net swissmail.org swissonline.ch sympatico.ca systemli.org szm.sk t-com.hr t-online.de t-online.hu talk21.com
  talktalk.net tdcadsl.dk tds.net teksavvy.com tele2.at tele2.fr tele2.nl tele2.se telefonica.net telenet.be
  telenor.no telering.at teletu.it telia.com telkom.net telkomsa.net telmexmail.com telus.net terra.cl terra.com.br
  terra.es tesco.net tiki.ne.jp tim.it tin.it tiscali.co.uk tiscali.cz tiscali.de tiscali.it tiscali.se tiscalinet.it
  tlen.pl tm.net.my tom.com tpg.com.au ttmail.com turk.net tut.by tuta.com tuta.io tutamail.com tutanota.com
  tutanota.de tvcablenet.be twc.com ukr.net unitybox.de uol.com.br upcmail.at upcmail.hu upcmail.nl uqmobile.jp
  usa.com usa.net utanet.at verizon.net versanet.de versatel.nl vianet.ca videotron.ca vip.163.com vipmail.hu
  virgilio.it virgin.net virginmedia.com vivodinet.gr vnn.vn vodafone.co.nz vodafone.de vodafone.es vodafone.it
  vodafone.ne.jp vodafone.pt vodafonemail.de vodamail.co.za voila.fr volny.cz voo.be vp.pl vsnl.com vsnl.net vtr.net
  waitrose.com walla.co.il walla.com wanadoo.co.uk wanadoo.fr wavecable.com web.de webmail.co.za welho.com
  westnet.com.au wind.ne.jp windowslive.com windstream.net wo.cn worldnet.att.net wowway.com wp.pl wtnet.de
  xfinity.com xmail.ru xs4all.nl xtra.co.nz ya.ru yahoo.at yahoo.be yahoo.ca yahoo.ch yahoo.cn yahoo.co.id yahoo.co.in
  yahoo.co.jp yahoo.co.kr yahoo.co.nz yahoo.co.th yahoo.co.uk yahoo.co.za yahoo.com yahoo.com.ar yahoo.com.au
  yahoo.com.br yahoo.com.cn yahoo.com.co yahoo.com.hk yahoo.com.mx yahoo.com.my yahoo.com.pe yahoo.com.ph yahoo.com.sg
  yahoo.com.tr yahoo.com.tw yahoo.com.vn yahoo.cz yahoo.de yahoo.dk yahoo.es yahoo.fi yahoo.fr yahoo.gr yahoo.hu
  yahoo.ie yahoo.in yahoo.it yahoo.jp yahoo.nl yahoo.no yahoo.pl yahoo.pt yahoo.ro yahoo.se yandex.by yandex.com
  yandex.com.tr yandex.kz yandex.ru yandex.ua ybb.ne.jp yeah.net ymail.com ymail.ne.jp youmail.dk zahav.net.il
  zebra.lt zeelandnet.nl zen.co.uk ziggo.nl ziggomail.nl zipmail.com.br zoho.com zohomail.com zohomail.eu zohomail.in
  zoznam.sk
`;

const PUBLIC_BODIES = `
  *-polizei.de admin.ch ag.ch amsterdam.nl assemblee-nationale.fr baden-wuerttemberg.de bayern.de be.ch
  belastingdienst.nl beniculturali.it berlin.de bl.ch brandenburg.de bremen.de brussels.be bs.ch bund.de
  bundeswehr.org canada.ca cern.ch coe.int comune.*.it difesa.it eu.int europa.eu fgov.be fr.ch ge.ch gencat.cat
  giustizia.it gob.es gouv.qc.ca gouvernement.fr gov.ie gv.at hamburg.de hessen.de interno.it ju.ch
  juntadeandalucia.es justice.fr justiz.*.de kommune.no landsh.de lu.ch madrid.org minbzk.nl mod.uk mv-regierung.de
  nato.int nav.no ne.ch nhs.net nhs.scot niedersachsen.de nrw.de ontario.ca overheid.nl paris.fr parliament.uk
  police.ch police.uk politie.nl polizei.*.de provincia.*.it regeringskansliet.se regione.*.it regjeringen.no regsj.dk
  rijksoverheid.nl rlp.de rotterdam.nl saarland.de sachsen-anhalt.de sachsen.de schleswig-holstein.de senat.fr sg.ch
  skatteverket.se so.ch sst.dk stadt-*.de tg.ch thueringen.de ti.ch un.org undp.org unicef.org valtioneuvosto.fi vd.ch
  vlaanderen.be vs.ch wallonie.be who.int wien.at worldbank.org xunta.es zh.ch
`;

const UNIVERSITIES = `
  *-schule.de *-uni.de *-univ.fr *schulen*.de aalto.fi aau.dk abo.fi ac-*.fr agh.edu.pl au.dk auth.gr bfh.ch bme.hu
  cbs.dk centralesupelec.fr chalmers.se charite.de cnr.it cnrs.fr concordia.ca csic.es cuni.cz cvut.cz dauphine.psl.eu
  dcu.ie dhbw*.de dtu.dk ehu.eus elte.hu ens-*.fr ens.fr epfl.ch ethz.ch eur.nl fau.de fernuni-hagen.de fh-*.de
  fhnw.ch fontys.nl fu-berlin.de gu.se haw-*.de helsinki.fi hes-so.ch hhu.de hi.is hochschule-*.de hs-*.de hse.ru
  hslu.ch htw-*.de htwk-*.de hu-berlin.de hu.nl hva.nl infn.it inria.fr insa-*.fr inserm.fr ipn.mx itesm.mx iuav.it
  jgu.de jku.at jyu.fi ki.se kit.edu kth.se ku.dk kuleuven.be leidenuniv.nl liu.se lmu.de ltu.se lu.se luiss.it
  maastrichtuniversity.nl mcgill.ca mcmaster.ca mines-*.fr mipt.ru msu.ru mu.ie muni.cz nmbu.no ntnu.no ntua.gr
  oulu.fi ovgu.de ph-*.de plus.ac.at poliba.it polimi.it polito.it polytechnique.fr queensu.ca ru.nl rub.de ruc.dk
  rug.nl ruhr-uni-bochum.de rwth-aachen.de santannapisa.it schule*.de sciencespo.fr sdu.dk sfu.ca sissa.it sns.it
  sorbonne-*.fr spbu.ru su.se tcd.ie tec.mx th-*.de tilburguniversity.edu tu-*.de tudelft.nl tue.nl tugraz.at tuke.sk
  tum.de tuni.fi tuwien.ac.at u-*.fr ua.pt ualberta.ca uam.es uantwerpen.be ub.edu uba.ar ubc.ca uc.pt uc3m.es uca.fr
  ucalgary.ca ucc.ie ucd.ie uclouvain.be ucm.es ufmg.br ufrgs.br ufrj.br ugent.be ugr.es uha.fr uhasselt.be uib.no
  uibk.ac.at uio.no uit.no ul.ie ulaval.ca ulb.be uliege.be ulisboa.pt uminho.pt umontpellier.fr umontreal.ca umu.se
  unam.mx unamur.be unb.br uned.es unesp.br uni-*.de uniba.it uniba.sk unibas.ch unibe.ch unibo.it unibocconi.it
  unibs.it unibz.it unica.it unical.it unicamp.br unicatt.it unich.it unict.it unifg.it unifi.it unifr.ch unige.ch
  unige.it unil.ch unilu.ch unimc.it unimi.it unimib.it unimore.it unina.it unine.ch unipa.it uniparthenope.it
  unipd.it unipg.it unipi.it unipr.it unipv.it uniroma*.it unisa.it unisalento.it unisg.ch unisi.it uniss.it
  unistra.fr unitn.it unito.it units.it uniud.it uniurb.it univ-*.fr univaq.it unive.it universityofgalway.ie
  univie.ac.at univpm.it univr.it unizar.es unl.pt uoa.gr uottawa.ca up.pt upc.edu upm.es upol.cz upv.es ur.de us.es
  usal.es usi.ch usp.br utoronto.ca utu.fi utwente.nl uu.nl uu.se uv.es uva.nl uvic.ca uw.edu.pl uwaterloo.ca uwo.ca
  uzh.ch vu.nl vub.be vutbr.cz wur.nl yorku.ca zhaw.ch
`;

/** Each with all below it; `*` is any characters. */
export const SHARED_DOMAINS: readonly string[] = [PROVIDERS, PUBLIC_BODIES, UNIVERSITIES].flatMap((list) =>
  list.split(/\s+/).filter((domain) => domain !== ''),
);
