//! Which encoding the bytes of a file are in.
//!
//! A byte order mark settles it, then whether the bytes are valid UTF-8, which other text practically never is. What is
//! left is read in each candidate encoding and scored by what comes out. Validity alone can't decide: Latin-1, Big5 and
//! GB18030 accept each other's bytes without an error. What tells them apart is that real text is made of frequent
//! characters, and that accented letters stand among plain ones, not in rows.

use super::decoder::decode_start;
use super::encoding::Encoding;
use crate::error::Result;
use crate::order;

/// Encodings that are tried by reading, the likelier first among equals.
const CANDIDATES: [Encoding; 8] = [
    Encoding::Windows1252,
    Encoding::Gb18030,
    Encoding::Big5,
    Encoding::ShiftJis,
    Encoding::Macintosh,
    Encoding::Windows1250,
    Encoding::Windows1254,
    Encoding::Windows1251,
];

/// Byte order marks.
const MARKS: [(&[u8], Encoding); 4] = [
    (b"\xef\xbb\xbf", Encoding::Utf8),
    (b"\xff\xfe", Encoding::Utf16Le),
    (b"\xfe\xff", Encoding::Utf16Be),
    (b"\x84\x31\x95\x33", Encoding::Gb18030),
];

/// The encoding of a file that starts with these bytes, and whether that is certain.
///
/// # Errors
///
/// [`Code::UnknownEncoding`](crate::error::Code::UnknownEncoding) where the browser lacks a decoder.
pub(super) fn encoding(head: &[u8]) -> Result<(Encoding, bool)> {
    if let Some((_, marked)) = MARKS.iter().find(|(mark, _)| head.starts_with(mark)) {
        return Ok((*marked, true));
    }
    if let Some(order) = utf16(head) {
        return Ok((order, false));
    }
    let (text, invalid) = decode_start(Encoding::Utf8, head)?;
    if invalid == 0 {
        return Ok((Encoding::Utf8, true));
    }
    // UTF-8 with a few bytes lost or pasted in from elsewhere. Other encodings look like UTF-8 now and then, not mostly.
    let characters = text.chars().filter(|c| !c.is_ascii()).count() as u64 - invalid;
    if characters >= 10 * invalid {
        return Ok((Encoding::Utf8, false));
    }
    let common = common();
    let mut best = (Encoding::Windows1252, f64::MIN);
    for candidate in CANDIDATES {
        let (text, _) = decode_start(candidate, head)?;
        let score = score(candidate, &text, &common);
        if score > best.1 {
            best = (candidate, score);
        }
    }
    Ok((best.0, false))
}

/// UTF-16 without a mark: a table is full of digits, delimiters and line ends, which have a zero as their other byte,
/// always on the same side.
fn utf16(head: &[u8]) -> Option<Encoding> {
    let (mut little, mut big, mut units) = (0, 0, 0);
    for pair in head.chunks_exact(2) {
        units += 1;
        match pair {
            [1..=0x7f, 0] => little += 1,
            [0, 1..=0x7f] => big += 1,
            _ => {}
        }
    }
    match units {
        0 => None,
        _ if little * 5 >= units && big * 20 <= little => Some(Encoding::Utf16Le),
        _ if big * 5 >= units && little * 20 <= big => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// How much a text reads like one. Higher is better; only scores of the same bytes compare. A byte that is not ASCII
/// earns at most 1.
fn score(encoding: Encoding, text: &str, common: &[char]) -> f64 {
    let letters = letters(encoding);
    let mut score = 0.0;
    let (mut before, mut rest) = ('\n', text.chars().peekable());
    while let Some(c) = rest.next() {
        if !c.is_ascii() {
            let after = rest.peek().copied().unwrap_or('\n');
            score += match (encoding, letters) {
                (Encoding::Windows1251, _) => cyrillic(before, c, after),
                (_, Some(letters)) => accented(before, c, after, letters),
                (_, None) => eastern(c, common),
            };
        }
        before = c;
    }
    score
}

/// Letters with marks that the languages of a one-byte encoding use; the others are there, and a sign of an error.
fn letters(encoding: Encoding) -> Option<&'static str> {
    match encoding {
        Encoding::Windows1252 | Encoding::Macintosh => Some("àáâãäåæçèéêëìíîïñòóôõöøùúûüßœ"),
        // Polish, Czech, Slovak, Hungarian; with German.
        Encoding::Windows1250 => Some("ąćęłńóśźżáčďéěíňřšťúůýžĺľŕôäöőüűß"),
        Encoding::Windows1254 => Some("çğıişöüâîû"),
        _ => None,
    }
}

/// How well a character fits in a Cyrillic text, from -4 to 1. Its letters stand together, a capital before small ones,
/// and ten of them make up two thirds of a text.
fn cyrillic(before: char, c: char, after: char) -> f64 {
    match c {
        '\u{fffd}' | '\u{80}'..='\u{9f}' => -4.0,
        'А'..='я' | 'ё' | 'Ё' => {
            let mixed = before.is_ascii_alphabetic() || after.is_ascii_alphabetic();
            if mixed || (c.is_uppercase() && before.is_lowercase()) {
                -2.0
            } else if "оеаинтсрвлОЕАИНТСРВЛ".contains(c) {
                1.0
            } else {
                0.3
            }
        }
        '№' | '«' | '»' | '—' | '–' | '\u{a0}' => 0.4,
        _ => -1.5,
    }
}

/// Signs that stand in tables of those languages, most of them beside a figure or between words.
const SIGNS: &str = "£€°§«»–—’‘“”…·®©™ªº½¼²³µ¿¡´\u{a0}";

/// How well a character fits between its neighbours in a Western text, from -4 to 1.
fn accented(before: char, c: char, after: char, letters: &str) -> f64 {
    let small = c.to_lowercase().next().unwrap_or(c);
    if c == '\u{fffd}' || matches!(c, '\u{80}'..='\u{9f}') {
        -4.0
    } else if letters.contains(small) {
        let capital = small != c;
        if [before, after].iter().any(|n| !n.is_ascii() && n.is_alphabetic()) {
            -0.5
        } else if capital && before.is_ascii_lowercase() {
            // A capital within a word of small letters comes of a wrong reading.
            -2.0
        } else if before.is_ascii_alphabetic() || after.is_ascii_alphabetic() {
            1.0
        } else {
            0.2
        }
    } else if SIGNS.contains(c) {
        let within = before.is_alphabetic() && after.is_alphabetic();
        if within && !matches!(c, '’' | '´' | '·' | '–') { -2.0 } else { 0.4 }
    } else {
        -1.0
    }
}

/// How well a character fits in a Chinese or Japanese text, from -4 to 2: these take two bytes.
fn eastern(c: char, common: &[char]) -> f64 {
    match c {
        '\u{fffd}' => -4.0,
        '\u{3001}'..='\u{3011}' | '\u{ff01}'..='\u{ff5e}' | '\u{3000}' | '￥' => 1.0,
        '\u{3041}'..='\u{30fe}' => 1.5,
        '\u{4e00}'..='\u{9fff}' if common.binary_search(&c).is_ok() => 2.0,
        '\u{4e00}'..='\u{9fff}' => -0.4,
        '“' | '”' | '’' | '—' | '…' | '·' | '×' | '°' | '®' => 0.5,
        '\u{ff61}'..='\u{ff9f}' => -0.5,
        _ => -2.0,
    }
}

/// Frequent characters of Chinese and Japanese text, and those of order tables, sorted.
fn common() -> Vec<char> {
    let mut common: Vec<char> = [SIMPLIFIED, TRADITIONAL, JAPANESE].concat().chars().collect();
    order::ascending(&mut common);
    common.dedup();
    common
}

/// The most frequent characters of written Chinese, then the vocabulary of shop exports and addresses.
const SIMPLIFIED: &str = "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过\
发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力\
它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加\
西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四\
神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白\
却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运\
买卖客户订单付款支额价商店铺优惠券退收货址码创状态备注费流快递城省份姓性册渠积级折扣销售邮箱编号账淘宝天猫京抖音微易功闭\
签评旗舰专营广州圳浙江苏杭深县镇街楼室元六七八九百千李陈杨赵黄周吴徐孙胡朱林何郭罗\
冀津沪渝豫皖鄂湘粤桂琼川黔滇藏陕甘青宁蒙辽吉黑闽赣鲁晋";

/// The same in traditional characters.
const TRADITIONAL: &str = "這個們來為國說時會對於著過發後裡種經麼學現當沒動還進樣開從實軍無與長機關點業將兩間問並應戰頭\
體見產話內給門兒東聲員論處義幾認條氣題爾別變總電數報結務場計資許統區隊決馬書則聽卻達強難權設記類據邊張該規萬術領確傳師\
觀讓識帶導爭運買賣戶訂單額價鋪優惠貨碼創狀態備註費遞姓冊級銷郵編號帳寶貓閉簽評艦專營臺台灣北高雄桃園縣鄉鎮巷弄樓景細簡\
述責座標陳楊趙黃吳孫羅劉";

/// Frequent kanji that Chinese tables do not have in this form. Kana count by themselves.
const JAPANESE: &str = "円様込売読図変気対関東駅県沢広島会社員購入金額顧客番号注文日付商品氏名価格数量合計";

/// Whether letters were lost before the text came here: it says so in characters that only a wrong decoding makes.
pub(super) fn damaged(text: &str) -> bool {
    let (mut foreign, mut lost, mut doubled, mut chinese) = (0, 0, 0, 0);
    let mut before = ' ';
    for c in text.chars() {
        if !c.is_ascii() {
            foreign += 1;
            lost += usize::from(c == '\u{fffd}');
            // `Ã©`, `Â£`, `â€™`: UTF-8 read as Windows-1252.
            doubled += usize::from(matches!(before, 'Ã' | 'Â') || (before == 'â' && c == '€'));
            chinese += usize::from(GBK_OF_UTF8.contains(c));
        }
        before = c;
    }
    let share = |n: usize, percent: usize| n > 0 && n * 100 >= foreign * percent;
    // 锟斤拷 is U+FFFD twice, written as UTF-8 and read as GBK.
    text.contains("锟斤拷") || share(lost, 1) || share(doubled, 20) || (chinese >= 3 && share(chinese, 15))
}

/// What the most frequent Chinese characters and commas become when UTF-8 is read as GBK. Rare in real text.
const GBK_OF_UTF8: &str = "锛銆鐨涓鏄鍦绗璁鏃鍗鎴浜鑰鍚鎵缁杩浣鍙鍑鐢瀹鍟浠閲犲ソ涔鎹";

#[cfg(test)]
mod tests {
    use super::*;

    fn encoded(encoding: Encoding, text: &str) -> Vec<u8> {
        let utf16 = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect();
        match encoding {
            Encoding::Utf16Le => utf16(u16::to_le_bytes),
            Encoding::Utf16Be => utf16(u16::to_be_bytes),
            _ => {
                let known = encoding_rs::Encoding::for_label(encoding.label().as_bytes()).unwrap();
                let (bytes, _, lossy) = known.encode(text);
                assert!(!lossy, "{text} is not in {}", encoding.label());
                bytes.into_owned()
            }
        }
    }

    #[test]
    fn short_tables_are_recognised() {
        let simplified = "买家会员名,买家实际支付金额,订单付款时间\n王小明,12.50,2018-01-01\n";
        let traditional = "會員編號,訂單日期,金額\n陳大文,2018-01-01,1200\n";
        let japanese = "顧客番号,注文日,金額(税込)\n山田たろう,2018-01-01,1200\n";
        let french = "Prénom,Ville,Montant\nZoé,Orléans,12\nFrançois,Paris,7\n";
        let german = "Kunde;Straße;Umsatz\nMüller;Königsallee;12,50\n";
        let spanish = "Nº,Descripción,Año\nPeña,Camión,2011\n";
        let pounds = "supplier,amount\nSmith & Sons,£12.50\nJones,£7.00\n";
        use Encoding::*;
        for (text, encodings) in [
            (simplified, &[Utf8, Utf16Le, Utf16Be, Gb18030][..]),
            (traditional, &[Utf8, Utf16Le, Utf16Be, Big5]),
            (japanese, &[Utf8, Utf16Le, Utf16Be, ShiftJis]),
            (french, &[Utf8, Utf16Le, Utf16Be, Windows1252, Macintosh]),
            (german, &[Utf8, Utf16Le, Utf16Be, Windows1252, Macintosh]),
            (spanish, &[Utf8, Utf16Le, Utf16Be, Windows1252, Macintosh]),
            (pounds, &[Utf8, Utf16Le, Windows1252]),
            ("Müşteri,Şehir,Tutar\nAyşe,Eskişehir,5\nÇağla,İzmir,7\n", &[Utf8, Windows1254]),
            ("Imię,Miasto,Kwota\nPaweł,Łódź,5\nBożena,Wrocław,7\n", &[Utf8, Windows1250]),
            ("Jméno;Město;Částka\nLukáš;Plzeň;5\nJiří;Děčín;7\n", &[Utf8, Windows1250]),
            ("Клиент;Дата;Сумма\nИванов;01.02.2024;500\nООО «Ромашка»;02.02.2024;7\n", &[Utf8, Windows1251]),
            ("København,Århus\nSøren Ærø,5\nÅse,6\n", &[Utf8, Windows1252, Macintosh]),
            ("姓名,金额\n张三,12\n", &[Utf8, Utf16Le, Gb18030]),
            ("姓名,金額\n張三,12\n", &[Utf8, Utf16Be, Big5]),
            ("KUNDE;GRÖSSE\nMÜLLER;5\n", &[Utf8, Windows1252, Macintosh]),
            ("id,price\n1,€5\n2,7 €\n", &[Utf8, Windows1252]),
            ("id,day\n1,2018-01-01\n", &[Utf8, Utf16Le, Utf16Be]),
        ] {
            for expected in encodings {
                let bytes = encoded(*expected, text);
                assert_eq!(encoding(&bytes).unwrap().0, *expected, "{text}");
            }
        }
    }

    #[test]
    fn marks_and_validity_are_certain() {
        for (bytes, expected) in [
            (&b"\xef\xbb\xbfa,b"[..], (Encoding::Utf8, true)),
            (b"\xff\xfea\0", (Encoding::Utf16Le, true)),
            (b"\xfe\xff\0a", (Encoding::Utf16Be, true)),
            ("é,买".as_bytes(), (Encoding::Utf8, true)),
            // The head may end within a character.
            (b"a,b\n\xe4\xb9", (Encoding::Utf8, true)),
            (b"caf\xe9,b\n", (Encoding::Windows1252, false)),
            // One bad byte among many good ones.
            (
                b"\xff\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9",
                (Encoding::Utf8, false),
            ),
            (b"1,1997-01-01\0,2\n1,1997-01-01\0,2\n", (Encoding::Utf8, true)),
        ] {
            assert_eq!(encoding(bytes).unwrap(), expected, "{bytes:?}");
        }
    }

    #[test]
    fn damage_is_noticed() {
        for (text, expected) in [
            ("Ren\u{fffd}e,Zo\u{fffd}", true),
            ("RenÃ©e,12", true),
            ("Â£12.50", true),
            ("itâ€™s", true),
            ("锟斤拷锟斤拷,12", true),
            ("浣犲ソ锛屼笘鐣岋紝涓浗", true),
            ("Renée,£12.50,it’s", false),
            ("买家会员名,买家实际支付金额,订单付款时间", false),
            ("會員編號,訂單日期", false),
            ("SÃO PAULO, João, café, Málaga, Köln, Zürich", false),
            ("plain", false),
        ] {
            assert_eq!(damaged(text), expected, "{text}");
        }
    }
}
