// Small helpers of the pages. Everything works without them, except the pictures.
(function () {
  'use strict';

  var meta = function (name) {
    var found = document.querySelector('meta[name="' + name + '"]');
    return found ? found.content : null;
  };

  document.addEventListener('htmx:configRequest', function (event) {
    var token = meta('csrf-token');
    if (token && event.detail.verb !== 'get') {
      event.detail.headers[meta('csrf-header')] = token;
    }
  });

  var toast = function (text) {
    var box = document.getElementById('toast');
    if (!box) {
      box = document.createElement('div');
      box.id = 'toast';
      box.className = 'fault';
      box.setAttribute('role', 'alert');
      document.body.appendChild(box);
    }
    box.textContent = text;
    window.setTimeout(function () { box.remove(); }, 8000);
  };

  var failed = function (event) {
    var status = event.detail.xhr ? event.detail.xhr.status : 0;
    if (status === 401 || status === 403) {
      window.location.reload();
      return;
    }
    toast(document.documentElement.lang === 'en'
      ? 'The server did not answer as expected (' + status + '). Please try again.'
      : '服务器未能正常应答（' + status + '），请重试。');
  };
  document.addEventListener('htmx:responseError', failed);
  document.addEventListener('htmx:sendError', failed);

  document.addEventListener('click', function (event) {
    var fill = event.target.closest('[data-fill-name]');
    if (fill) {
      document.getElementById('username').value = fill.dataset.fillName;
      document.getElementById('password').value = fill.dataset.fillPassword;
      document.getElementById('password').focus();
    }
    var all = event.target.closest('[data-check-all]');
    if (all) {
      document.querySelectorAll('#' + all.dataset.checkAll + ' input[type=checkbox]').forEach(function (box) {
        box.checked = all.dataset.checkTo === 'true';
      });
      document.getElementById(all.dataset.checkAll).dispatchEvent(new Event('change', {bubbles: true}));
    }
  });

  // A file that the server would refuse is told of before it is sent.
  document.addEventListener('change', function (event) {
    var most = Number(event.target.dataset ? event.target.dataset.mostMb : 0);
    var file = most && event.target.files ? event.target.files[0] : null;
    if (most) {
      event.target.setCustomValidity(file && file.size > most * 1048576 ? event.target.dataset.tooLarge : '');
      event.target.reportValidity();
    }
  });

  document.addEventListener('submit', function (event) {
    var question = event.target.dataset.confirm;
    if (question && !window.confirm(question)) {
      event.preventDefault();
    }
  });

  var COLOURS = {blue: '#3f83d8', yellow: '#f0c02e', orange: '#ee8433', red: '#d0433a'};

  // A stacked bar a row of the table that the chart names; the columns' data-colour tells the series.
  var bars = function (chart) {
    var table = document.getElementById(chart.dataset.chartBars);
    var rows = Array.prototype.slice.call(table.tBodies[0].rows, 0, 15).reverse();
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
    var series = [];
    heads.forEach(function (head, column) {
      var colour = head.dataset.colour;
      if (colour) {
        series.push({
          name: head.textContent.trim(), type: 'bar', stack: 'all', barMaxWidth: 18,
          itemStyle: {color: COLOURS[colour], decal: {symbol: 'none'}},
          data: rows.map(function (row) { return Number(row.cells[column].dataset.value); })
        });
      }
    });
    draw(chart, {
      animation: false, grid: {left: 8, right: 24, top: 34, bottom: 8, containLabel: true}, legend: {top: 0, itemWidth: 14},
      tooltip: {trigger: 'axis', axisPointer: {type: 'shadow'}, renderMode: 'richText', confine: true},
      xAxis: {type: 'value', minInterval: 1},
      yAxis: {type: 'category', axisLabel: {width: Math.min(190, Math.round(chart.clientWidth * 0.36)), overflow: 'truncate'}, data: rows.map(function (row) { return row.cells[0].textContent.trim(); })},
      series: series
    });
  };

  // A ring of the rows of the table that the chart names.
  var ring = function (chart) {
    var rows = Array.prototype.slice.call(document.getElementById(chart.dataset.chartRing).tBodies[0].rows);
    draw(chart, {
      animation: false, tooltip: {renderMode: 'richText', confine: true},
      series: [{
        type: 'pie', radius: ['45%', '70%'], minAngle: 4, label: {formatter: '{b} {c}\n{d}%', fontSize: 13},
        data: rows.map(function (row) {
          return {
            name: row.cells[0].textContent.trim().replace(/^\S\s*/, ''), value: Number(row.cells[1].dataset.value),
            itemStyle: {color: COLOURS[row.dataset.colour], borderColor: '#fff', borderWidth: 2}
          };
        })
      }]
    });
  };

  var draw = function (element, option) {
    if (!window.echarts) {
      element.remove();
      return;
    }
    var chart = window.echarts.init(element, null, {renderer: 'canvas'});
    option.textStyle = {fontFamily: getComputedStyle(document.documentElement).fontFamily};
    chart.setOption(option);
    element.dataset.drawn = 'true';
    window.addEventListener('resize', function () { chart.resize(); });
  };

  var pictures = function (root) {
    root.querySelectorAll('[data-chart-bars]:not([data-drawn])').forEach(bars);
    root.querySelectorAll('[data-chart-ring]:not([data-drawn])').forEach(ring);
  };
  window.addEventListener('load', function () { pictures(document); });
  document.addEventListener('htmx:afterSettle', function (event) { pictures(event.detail.elt); });
})();
