using System.Collections.Frozen;

namespace NewsPlatform.Text.Sentences;

/// <summary>The words of a language whose stop need not end a sentence.</summary>
internal sealed class Abbreviations
{
    // First those that always stand before something (a name, a number), then those that may end a sentence as well.
    private static readonly FrozenDictionary<string, Abbreviations> Languages = new Dictionary<string, Abbreviations>
    {
        ["ru"] = new(
            "им ул просп пр-т пер наб бул пл д корп кв обл р-н пос дер с ст см ср напр рис табл стр гл п пп ч проф акад доц канд докт д-р г-н г-жа тов св "
            + "т тел ок пом зам зав изд ред сост пер св-во тт мл нач ген полк подп кап лейт инж",
            "г гг в вв н.э э др пр т.д т.п т.е т.к и.о млн млрд трлн тыс руб коп долл евро шт чел мин сек час ч кг км м см мм га л лет прим сокр англ нем фр лат "
            + "янв фев мар апр авг сент окт ноя дек пн вт ср чт пт сб вс"),
        ["uk"] = new(
            "ім вул просп пров пл буд корп кв обл р-н сел с ст див пор напр рис табл стор гл п пп ч проф акад доц канд докт д-р тов св тел бл заст зав вид ред упоряд о мл нач ген полк кап інж",
            "р рр в вв ст н.е е ін т.д т.п т.зв т.ч млн млрд трлн тис грн коп дол євро шт осіб хв сек год кг км м см мм га л прим скор англ нім лат м"),
        ["be"] = new(
            "ім вул прасп зав пл д кв вобл гл с ст гл праф акад",
            "г гг ст н.э інш т.д т.п т.з млн млрд тыс руб кап мін сек"),
        ["bg"] = new("ул бул пл ж.к кв бл вх ет ап св проф акад доц д-р инж ген г-н г-жа вж стр т напр", "г гг в пр др т.н т.е и.д млн млрд хил лв ст мин сек"),
        ["en"] = new(
            "mr mrs ms messrs mx dr prof sen rep gov gen col lt capt cmdr sgt maj adm rev hon st mt ft fig figs vs no nos vol pp approx est e.g i.e cf sec art ed eds al viz dept",
            "jr sr inc ltd co corp llc bros etc u.s u.k u.n e.u d.c a.m p.m b.c a.d ph.d m.d b.a m.a jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ave blvd rd"),
        ["de"] = new(
            "dr prof hr fr frl st nr str z u d s v z.b d.h u.a o.ä s.o s.u v.a bzw ca evtl ggf inkl exkl vgl bes dipl ing med jur abs art kap bd ders sog geb gest hrsg",
            "usw etc u.s.w v.chr n.chr mio mrd tsd euro jh jhd jan feb apr jun jul aug sept okt nov dez mo di mi do fr sa so a.d a.m"),
        ["fr"] = new("m mm mme mmes mlle mlles dr pr st ste me mgr av bd cf ex fig no n° p pp vol chap art env", "etc av.j.-c apr.j.-c janv févr avr juil sept oct nov déc"),
        ["es"] = new("sr sra sres srta dr dra prof d dña ud uds av avda c núm nº pág págs vol fig art gral cap ing lic sto sta", "etc ee.uu s.a ene feb mar abr jun jul ago sept oct nov dic a.c d.c p.ej"),
        ["it"] = new("sig sigg dott prof avv ing arch on sen gen col cap s ss st p pag pagg vol fig art cfr es ca mons", "ecc s.p.a s.r.l a.c d.c gen feb mar apr mag giu lug ago set ott nov dic"),
        ["pl"] = new("ul al pl os np tj tzn tzw im św dr prof mgr inż gen płk kpt por red hab ok wg zob por nr str rys tab ks bp", "r w itd itp in mln mld tys zł gr godz min sek proc m.in p.n.e n.e sp z.o.o"),
        ["pt"] = new("sr sra srs dr dra prof profa av r nº pág págs vol fig art gen cap eng d", "etc s.a ltda a.c d.c jan fev mar abr jun jul ago set out nov dez"),
        ["nl"] = new("dhr mevr mr mw dr prof ir ing drs st nr blz bijv bv o.a d.w.z m.b.t i.v.m ca vgl zgn", "enz etc n.v b.v jan feb mrt apr jun jul aug sept okt nov dec"),
        ["sv"] = new("t.ex bl.a d.v.s s.k dr prof st nr ca jfr", "m.m m.fl o.s.v osv etc kr milj jan feb apr jun jul aug sept okt nov dec"),
        ["cs"] = new("např tzv tj p pí pan dr prof ing mgr bc mudr judr phdr gen plk ul nám č str obr sv viz resp cca", "r atd apod aj mil mld tis kč hod min s.r.o a.s"),
    }.ToFrozenDictionary();

    private static readonly Abbreviations None = new(string.Empty, string.Empty);

    private readonly FrozenSet<string> _leading;

    private readonly FrozenSet<string> _trailing;

    private Abbreviations(string leading, string trailing)
    {
        _leading = Read(leading);
        _trailing = Read(trailing);
    }

    /// <summary>The list of a language; an empty one when it has none.</summary>
    public static Abbreviations For(string language) => Languages.GetValueOrDefault(language, None);

    /// <summary>Whether the word always stands before something: its stop ends no sentence.</summary>
    public bool IsLeading(string word) => _leading.Contains(word);

    /// <summary>Whether the word may end a sentence as well.</summary>
    public bool IsTrailing(string word) => _trailing.Contains(word);

    private static FrozenSet<string> Read(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
