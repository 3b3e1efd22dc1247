// Checks a task code by its signature, without a network. The server's public keys and its time are kept from the last time
// when there was one. The form of a code is that of org.sise.supervision.entry.TaskCode.
(function () {
  'use strict';

  var KEPT = 'sise.keys';
  var OWN = 'sise.business';
  var SIGNED = 41;
  var LENGTH = 105;

  var memory = null;
  var store = function (name, value) {
    memory = name === KEPT ? value : memory;
    try { window.localStorage.setItem(name, value); } catch (e) { /* private window: this tab remembers */ }
  };
  var kept = function (name) {
    try { return window.localStorage.getItem(name) || (name === KEPT ? memory : null); } catch (e) { return memory; }
  };

  var say = function (tag, zh, en, name) {
    var element = document.createElement(tag);
    element.textContent = zh + ' ';
    var other = document.createElement('span');
    other.lang = 'en';
    other.textContent = en;
    element.appendChild(other);
    if (name) { element.className = name; }
    return element;
  };
  var time = function (at) {
    return new Date(at).toLocaleString('zh-CN', {timeZone: 'Asia/Shanghai', hour12: false}) + ' (GMT+8)';
  };

  var known = function () {
    var text = kept(KEPT);
    return text ? JSON.parse(text) : null;
  };

  var tell = function () {
    var box = document.getElementById('keys');
    var keys = known();
    box.replaceChildren(keys
      ? say('span', '已存有签名公钥，取于 ' + time(keys.fetchedAt) + '。', 'Keys are here, fetched at the time shown.')
      : say('span', '本机还没有签名公钥。请先联网打开本页一次。', 'No keys yet. Open this page once with a network.'));
    box.dataset.keys = keys ? String(keys.keys.length) : '0';
    if (keys && Math.abs(keys.ahead) > 60000) {
      box.appendChild(say('span', '手机时钟与服务器相差 ' + Math.round(keys.ahead / 60000) + ' 分钟，已按服务器时间校正。',
        'The phone’s clock is off; the server’s time is used.', 'offline'));
      box.dataset.corrected = 'true';
    }
  };

  var fetchKeys = function () {
    return window.fetch('/api/v1/entry/keys', {credentials: 'omit', cache: 'no-store'}).then(function (answer) {
      if (!answer.ok) { throw new Error(String(answer.status)); }
      return answer.json();
    }).then(function (found) {
      found.fetchedAt = Date.now();
      found.ahead = Date.now() - Date.parse(found.serverTime);
      store(KEPT, JSON.stringify(found));
    }).catch(function () { /* no network: what is kept holds */ }).then(tell);
  };

  var bytes = function (base64) {
    var text = window.atob(base64);
    var out = new Uint8Array(text.length);
    for (var i = 0; i < text.length; i++) { out[i] = text.charCodeAt(i); }
    return out;
  };

  var parse = function (text) {
    var code = text.substring(text.lastIndexOf('#') + 1).trim();
    var all;
    if (!/^[A-Za-z0-9_-]{140}$/.test(code)) { return null; }
    try { all = bytes(code.replace(/-/g, '+').replace(/_/g, '/')); } catch (e) { return null; }
    if (all.length !== LENGTH || all[0] !== 1) { return null; }
    var view = new DataView(all.buffer);
    var business = '';
    for (var i = 15; i < 33; i++) { business += String.fromCharCode(all[i]); }
    return {
      key: view.getInt32(1), visit: String(view.getBigInt64(5)), issue: view.getUint16(13), business: business,
      from: view.getUint32(33) * 1000, until: (view.getUint32(33) + view.getInt32(37)) * 1000,
      signed: all.slice(0, SIGNED), signature: all.slice(SIGNED)
    };
  };

  var holds = function (code, key) {
    return window.crypto.subtle.importKey('spki', bytes(key.publicKey), {name: 'Ed25519'}, false, ['verify'])
      .then(function (imported) {
        return window.crypto.subtle.verify({name: 'Ed25519'}, imported, code.signature, code.signed);
      });
  };

  // The conditions that failed, in the server's order: form, key, signature, time, business.
  var check = function (text, own, keys) {
    var code = parse(text);
    if (!code) { return Promise.resolve({failed: ['code-unreadable']}); }
    var key = keys.keys.filter(function (one) { return one.id === code.key; })[0];
    if (!key || code.from < Date.parse(key.from) || code.until > Date.parse(key.until)) {
      return Promise.resolve({failed: ['code-key-unknown']});
    }
    return holds(code, key).then(function (good) {
      if (!good) { return {failed: ['code-forged']}; }
      var now = Date.now() - keys.ahead;
      var skew = keys.clockSkewSeconds * 1000;
      var failed = [];
      if (now < code.from - skew) {
        failed.push('code-from-the-future');
      } else if (now >= code.until + skew) {
        failed.push('code-expired');
      }
      if (own && own !== code.business) { failed.push('wrong-business'); }
      return {failed: failed, code: code};
    });
  };

  var show = function (result, keys) {
    var box = document.getElementById('verdict');
    box.replaceChildren();
    box.hidden = false;
    box.className = result.failed.length ? 'bad' : 'good';
    box.dataset.failed = result.failed.join(' ');
    box.appendChild(result.failed.length
      ? say('h2', '✕ 请勿让其入内', 'Do not let them in')
      : say('h2', '✓ 签名真实，在有效期内', 'Genuine and in time'));
    box.appendChild(say('p', keys.offlineZh, keys.offlineEn, 'offline'));
    result.failed.forEach(function (name) {
      var words = keys.conditions.filter(function (one) { return one.condition === name; })[0];
      var line = say('p', words.zh, words.en);
      line.dataset.condition = name;
      line.appendChild(say('span', '→ ' + words.remedyZh, words.remedyEn, 'remedy'));
      box.appendChild(line);
    });
    if (result.code) {
      var list = document.createElement('dl');
      [['检查企业 Business', result.code.business], ['检查编号 Visit', result.code.visit],
        ['有效期 Holds', time(result.code.from) + ' – ' + time(result.code.until)]].forEach(function (pair) {
        var name = document.createElement('dt');
        var value = document.createElement('dd');
        name.textContent = pair[0];
        value.textContent = pair[1];
        list.append(name, value);
      });
      box.appendChild(list);
    }
    box.appendChild(say('p', '监督投诉电话 ' + keys.complaintLine, 'Complaints'));
    box.scrollIntoView({block: 'nearest'});
  };

  var cannot = function (zh, en) {
    var box = document.getElementById('verdict');
    box.hidden = false;
    box.className = 'bad';
    box.dataset.failed = 'cannot';
    box.replaceChildren(say('h2', '无法核验', 'Cannot be checked'), say('p', zh, en));
  };

  var own = document.getElementById('business');
  own.value = kept(OWN) && kept(OWN).length === 18 ? kept(OWN) : '';
  own.addEventListener('change', function () { store(OWN, own.value.trim()); });

  document.getElementById('check-form').addEventListener('submit', function (event) {
    event.preventDefault();
    var keys = known();
    if (!keys) {
      cannot('本机还没有签名公钥，请联网打开本页一次，或拨打监督电话核实。', 'There are no keys on this phone: open this page once with a network, or call the authority.');
      return;
    }
    if (!window.crypto || !window.crypto.subtle) {
      cannot('浏览器不提供核验所需的加密功能（须为 https）。请换用新版浏览器，或拨打监督电话 ' + keys.complaintLine + '。',
        'This browser offers no cryptography here (https is needed). Use another one, or call the number.');
      return;
    }
    check(document.getElementById('text').value, own.value.trim().toUpperCase(), keys).then(function (result) {
      show(result, keys);
    }).catch(function () {
      cannot('浏览器不支持 Ed25519 签名。请更新浏览器，或拨打监督电话 ' + keys.complaintLine + '。',
        'This browser does not know Ed25519 signatures. Update it, or call the number.');
    });
  });

  tell();
  fetchKeys();
  window.addEventListener('online', fetchKeys);
})();
