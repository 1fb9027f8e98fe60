/// The pages as Mustache templates; `w` holds the words of the clerk's language.
enum ReviewTemplates {
    static let all: [String: String] = [
        "page": page, "name": name, "queue": queue, "case": casePage, "photo": photo, "preview": preview, "done": done,
        "notice": notice,
    ]

    private static let page = """
        <!doctype html>
        <html lang="{{language}}" data-theme="{{theme}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{title}} · Endeks</title>
        <link rel="stylesheet" href="/review/assets/style.css?{{edition}}">
        <link rel="icon" href="/review/assets/icon.svg">
        <script src="/review/assets/script.js?{{edition}}" defer></script>
        </head>
        <body>
        {{#photoNumber}}<a class="skip" href="#decide">{{w.skip}}</a>{{/photoNumber}}
        <div class="bar">
        <a class="brand" href="/review" id="to-queue">Endeks</a>
        <p class="counts">{{#summary}}<b>{{open}}</b> {{w.waiting}} · <b>{{doneToday}}</b> {{w.doneToday}}{{/summary}}</p>
        {{#clerk}}<div class="clerk"><span>{{clerk}}</span><form method="post" action="/review/name"><button name="forget" value="1">{{w.changeName}}</button></form></div>{{/clerk}}
        <form class="switch" method="post" action="/review/language" role="group" aria-label="{{w.language}}"><input type="hidden" name="back" value="{{back}}">
        <button name="language" value="tr" lang="tr" aria-label="Türkçe" aria-pressed="{{isTurkish}}">TR</button><button name="language" value="en" lang="en" aria-label="English" aria-pressed="{{isEnglish}}">EN</button></form>
        <form class="switch" method="post" action="/review/theme" role="group" aria-label="{{w.theme}}"><input type="hidden" name="back" value="{{back}}">
        <button name="theme" value="auto" aria-label="{{w.themeAuto}}" title="{{w.themeAuto}}" aria-pressed="{{isAuto}}">◐</button><button name="theme" value="light" aria-label="{{w.themeLight}}" title="{{w.themeLight}}" aria-pressed="{{isLight}}">☀</button><button name="theme" value="dark" aria-label="{{w.themeDark}}" title="{{w.themeDark}}" aria-pressed="{{isDark}}">☾</button></form>
        <details class="keys"><summary aria-label="{{w.keysTitle}}">?</summary>
        <dl>
        <dt><kbd>Enter</kbd></dt><dd>{{w.keyEnter}}</dd>
        <dt><kbd>E</kbd></dt><dd>{{w.keyE}}</dd>
        <dt><kbd>X</kbd> <kbd>R</kbd></dt><dd>{{w.keyX}}</dd>
        <dt><kbd>Z</kbd></dt><dd>{{w.keyZ}}</dd>
        <dt><kbd>+</kbd> <kbd>−</kbd> <kbd>W</kbd></dt><dd>{{w.keyZoom}}</dd>
        <dt><kbd>[</kbd> <kbd>]</kbd></dt><dd>{{w.keyTurn}}</dd>
        <dt><kbd>C</kbd> <kbd>I</kbd> <kbd>D</kbd></dt><dd>{{w.keyLook}}</dd>
        <dt><kbd>Q</kbd></dt><dd>{{w.keyQ}}</dd>
        <dt><kbd>Esc</kbd></dt><dd>{{w.keyEscape}}</dd>
        <dt><kbd>?</kbd></dt><dd>{{w.keyHelp}}</dd>
        </dl></details>
        </div>
        {{#toast}}
        <div class="toast" data-undo="{{milliseconds}}" data-over="{{w.hasEffect}}">
        <b role="status">{{said}}</b>
        <span class="seconds" aria-hidden="true" data-words="{{w.takesEffect}}">{{runs}}</span>
        <progress max="10000" value="{{milliseconds}}" aria-hidden="true"></progress>
        <form method="post" action="/review/{{photo}}/undo"><button id="undo"><kbd>Z</kbd> {{w.undo}}</button></form>
        </div>
        {{/toast}}
        {{{body}}}
        </body>
        </html>
        """

    private static let name = """
        <main class="plain">
        <h1>{{w.nameTitle}}</h1>
        <p>{{w.nameWhy}}</p>
        {{#wrong}}<p class="say bad" role="alert">{{w.nameWrong}}</p>{{/wrong}}
        <form method="post" action="/review/name">
        <div><label for="name">{{w.nameLabel}}</label>
        <input id="name" name="name" type="text" maxlength="60" required autocomplete="name"></div>
        <button class="primary">{{w.nameContinue}}</button>
        </form>
        </main>
        """

    private static let queue = """
        {{#isEmpty}}
        <main class="plain">
        {{#say}}<p class="say {{kind}}" role="status">{{text}}</p>{{/say}}
        <h1>{{w.emptyTitle}}</h1>
        <p>{{w.emptyLead}} {{lastPhoto}}</p>
        {{#corrections}}<p>{{corrections}}</p>{{/corrections}}
        </main>
        {{/isEmpty}}
        {{^isEmpty}}
        <main class="queue">
        {{#say}}<p class="say {{kind}}" role="status">{{text}}</p>{{/say}}
        <header><div><h1>{{heading}}</h1><p>{{w.queueLead}}{{#corrections}} {{corrections}}{{/corrections}}</p></div>
        <form method="post" action="/review/next"><button class="primary" id="next"><kbd>Enter</kbd> {{w.begin}}</button></form></header>
        <table>
        <thead><tr><th scope="col">{{w.columnPhoto}}</th><th scope="col">{{w.columnLeft}}</th><th scope="col">{{w.columnWhy}}</th><th scope="col" class="figure">{{w.columnIndex}}</th><th scope="col" class="figure">{{w.columnReceived}}</th></tr></thead>
        <tbody>
        {{#lines}}
        <tr><td><a href="/review/{{id}}">{{id}}</a></td><td class="left {{urgency}}">{{left}}</td><td class="reason">{{why}}{{#claimed}} <span class="taken">{{claimed}}</span>{{/claimed}}</td><td class="figure">{{index}}</td><td class="figure received">{{received}}</td></tr>
        {{/lines}}
        </tbody>
        </table>
        <nav class="pages">{{#isLater}}<a class="button" href="/review">{{w.fromTheStart}}</a>{{/isLater}}{{#more}}<a class="button" href="/review?after={{more}}">{{w.more}}</a>{{/more}}</nav>
        </main>
        {{/isEmpty}}
        """

    private static let photo = """
        <section aria-label="{{w.photoLabel}}">
        {{#picture}}
        <figure class="photo">
        <svg viewBox="{{view}}" data-width="{{width}}" data-height="{{height}}" role="img" aria-label="{{label}}">
        <g class="layer"><image href="/review/{{photoNumber}}/photo.jpg" width="{{width}}" height="{{height}}" preserveAspectRatio="none"/>
        <g class="overlay">{{#window}}<polygon class="window" points="{{window}}"/>{{/window}}
        {{#digits}}<g class="{{sureness}}"><polygon class="box" points="{{box}}"/><text x="{{x}}" y="{{y}}" font-size="{{size}}" transform="rotate({{angle}} {{x}} {{y}})">{{value}}</text>{{#mark}}<circle class="mark{{full}}" cx="{{cx}}" cy="{{cy}}" r="{{r}}" stroke-width="{{stroke}}"/>{{#half}}<path class="full" d="{{half}}"/>{{/half}}{{/mark}}</g>
        {{/digits}}</g></g></svg>
        </figure>
        {{/picture}}
        {{#plain}}<figure class="photo"><img src="/review/{{photoNumber}}/photo.jpg" alt="{{w.photoLabel}}"></figure>{{/plain}}
        {{#missing}}<figure class="photo"><p class="none">{{w.noPhoto}}</p></figure>{{/missing}}
        <div class="under">
        {{#picture}}<div class="tools script-only" role="group" aria-label="{{w.photoLabel}}">
        <button type="button" data-act="in" aria-label="{{w.zoomIn}}" title="{{w.zoomIn}}">+</button><button type="button" data-act="out" aria-label="{{w.zoomOut}}" title="{{w.zoomOut}}">−</button><button type="button" data-act="whole">{{w.wholePhoto}} <kbd>W</kbd></button><button type="button" data-act="left" aria-label="{{w.turnLeft}}" title="{{w.turnLeft}}">↺</button><button type="button" data-act="right" aria-label="{{w.turnRight}}" title="{{w.turnRight}}">↻</button><button type="button" data-look="contrast" aria-pressed="false">{{w.contrast}} <kbd>C</kbd></button><button type="button" data-look="invert" aria-pressed="false">{{w.invert}} <kbd>I</kbd></button><button type="button" data-look="bare" aria-pressed="true">{{w.digits}} <kbd>D</kbd></button></div>
        <p class="legend"><span class="sure"><i>●</i> {{w.sure}}</span><span class="unsure"><i>◐</i> {{w.unsure}}</span><span class="guess"><i>○</i> {{w.guess}}</span></p>{{/picture}}
        </div>
        </section>
        """

    private static let casePage = """
        <main class="case" data-photo="{{photoNumber}}">
        {{> photo}}
        <div class="panel">
        {{#say}}<p class="say {{kind}}" role="alert">{{text}}</p>{{/say}}
        <h1 class="why"><span class="hidden">{{w.whyTitle}}: </span>{{why}}</h1>
        {{#hasMore}}<ul class="also">{{#alsoWhy}}<li>{{.}}</li>{{/alsoWhy}}</ul>{{/hasMore}}
        {{#meter}}<p class="facts"><span>{{w.meter}} <b>{{serial}}</b></span><span>{{class}}</span><span>{{wheels}} {{w.wheels}}</span><span>{{region}}</span><span>{{w.subscriber}} {{subscriber}}</span></p>{{/meter}}
        {{#prepaid}}<p class="note">{{w.meterIsPrepaid}} <b>{{serial}}</b> · {{class}}</p>{{/prepaid}}
        {{#isUnknown}}<p class="note">{{w.unknownSender}}</p>{{/isUnknown}}
        <p class="left {{urgency}}"><span {{#leftMilliseconds}}data-left="{{leftMilliseconds}}" data-hours="{{leftHours}}" data-minutes="{{leftMinutes}}"{{/leftMilliseconds}}>{{left}}</span></p>
        <form id="decide" class="box-card" method="post" action="/review/{{photoNumber}}/decision"{{#asked}} data-asked="{{asked}}"{{/asked}} data-lost="{{w.lostTitle}}"><input type="hidden" name="seen" value="{{seen}}">
        {{#hasCrop}}<img class="crop" src="/review/{{photoNumber}}/crop.jpg" alt="{{w.cropLabel}}">{{/hasCrop}}
        {{#hasWheels}}<div class="wheels" role="img" aria-label="{{wheelsLabel}}">{{#wheelList}}<span class="wheel {{sureness}}{{red}}">{{value}}<i>{{mark}}</i></span>{{/wheelList}}</div>{{/hasWheels}}
        {{#choices}}<fieldset class="meters"><legend>{{w.whichMeter}}</legend>{{#meters}}<label><input type="radio" name="subscriber" value="{{subscriber}}" required{{checked}}> <span><b>{{serial}}</b> · {{class}} · {{wheels}} {{w.wheels}} · {{last}}</span></label>{{/meters}}</fieldset>{{/choices}}
        {{#canDecide}}<div class="entry"><label for="index"><span>{{w.index}}, m³</span><span class="script-only">{{w.indexHint}}</span></label>
        <input id="index" name="index" type="text" inputmode="numeric" pattern="[0-9]{1,18}" maxlength="18" size="{{most}}" autocomplete="off" spellcheck="false" required value="{{index}}" data-read="{{read}}" aria-describedby="preview">{{#decimals}}<span class="decimals">{{comma}}{{decimals}}</span>{{/decimals}}
        <input type="hidden" id="retyped" name="retyped" autocomplete="off" value="{{retyped}}">
        </div>
        <p id="ask" class="ask" role="alert"></p>{{/canDecide}}
        <div id="preview" class="preview" aria-live="polite">{{{preview}}}</div>
        {{#canDecide}}<label class="checked"><input type="checkbox" id="checked" name="checked" value="{{asked}}" autocomplete="off"> <span>{{w.checked}}</span></label>{{/canDecide}}
        </form>
        <div class="decide">
        <div class="actions">
        {{#canDecide}}<button class="primary" id="accept" form="decide" name="action" value="accept" data-accept="{{w.accept}}" data-correct="{{w.correctTo}}"><kbd>Enter</kbd> <span>{{w.accept}} {{read}}</span></button>
        <a class="button" href="#index"><kbd>E</kbd> {{w.correct}}</a>{{/canDecide}}
        <details class="reject"><summary><kbd>X</kbd> {{w.reject}}</summary>
        <form method="post" action="/review/{{photoNumber}}/decision" class="box-card">
        <p>{{w.rejectTitle}}</p>
        <div class="reasons">{{#reasons}}<label><input type="radio" name="reason" value="{{code}}" required><kbd>{{number}}</kbd> <span>{{words}}</span><q lang="{{told}}">{{sentence}}</q></label>{{/reasons}}</div>
        <div class="row"><button class="primary" id="reject-send" name="action" value="reject"><kbd>Enter</kbd> {{w.rejectSend}}</button></div>
        </form></details>
        </div>
        </div>
        {{#hasEarlier}}<p class="earlier-title">{{w.earlierPhotos}}</p><p class="earlier">{{#earlier}}<a href="/review/{{.}}/photo.jpg"><img src="/review/{{.}}/crop.jpg" alt="{{.}}" loading="lazy"></a>{{/earlier}}</p>{{/hasEarlier}}
        </div>
        </main>
        """

    private static let preview = """
        {{#check}}<data id="check" value="{{index}}" data-mark="{{mark}}" data-place="{{place}}" data-words="{{words}}"></data>{{/check}}
        {{#amount}}<p class="amount"><b>{{amount}}</b><span>{{due}}</span></p>{{/amount}}
        {{#line}}<p class="facts">{{line}}</p>{{/line}}
        {{#notes}}<p class="note {{kind}}">{{text}}</p>{{/notes}}
        {{#hasSteps}}<details class="steps"><summary>{{w.howComputed}}</summary>
        <ol>{{#steps}}<li><b>{{name}}</b> <span>{{result}}</span>{{#formula}}<i>{{formula}}</i>{{/formula}}{{#grounds}}<small>{{grounds}}</small>{{/grounds}}</li>{{/steps}}</ol></details>{{/hasSteps}}
        {{#chart}}<p class="chart-title" aria-hidden="true">{{label}}</p>
        <svg class="chart" viewBox="0 0 {{width}} 44" preserveAspectRatio="xMinYMax meet" role="img" aria-label="{{label}}">{{#bars}}<g><title>{{title}}</title><rect class="{{now}}" x="{{x}}" y="{{y}}" width="{{barWidth}}" height="{{height}}" rx="1.5"/>{{#month}}<text x="{{middle}}" y="43">{{month}}</text>{{/month}}</g>{{/bars}}</svg>{{/chart}}
        """

    private static let done = """
        <main class="done">
        <h1>{{said}}</h1>
        {{#hasCrop}}<img class="crop" src="/review/{{decided}}/crop.jpg" alt="{{w.cropLabel}}">{{/hasCrop}}
        <div class="row"><form method="post" action="/review/next"><button class="primary" id="next"><kbd>Enter</kbd> {{w.next}}</button></form>
        <a class="button" href="/review"><kbd>Q</kbd> {{w.backToQueue}}</a></div>
        </main>
        """

    private static let notice = """
        <main class="plain">
        <h1>{{heading}}</h1>
        <form method="post" action="/review/next"><button class="primary" id="next"><kbd>Enter</kbd> {{w.next}}</button>
        <a class="button" href="/review"><kbd>Q</kbd> {{w.backToQueue}}</a></form>
        </main>
        """
}
