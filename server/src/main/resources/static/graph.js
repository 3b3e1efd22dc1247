// The picture of related parties. Its data stand in a hidden list: li[data-node] for parties, with what is shown of one that
// is clicked, li[data-edge-from] for relations. The tables beside it hold the same.
(function () {
  'use strict';

  var STYLE = [
    {selector: 'node', style: {label: 'data(label)', 'font-size': 11, 'text-wrap': 'wrap', 'text-max-width': 110, 'text-valign': 'bottom', 'text-margin-y': 2, 'background-color': '#5b7ea6', shape: 'round-rectangle', width: 22, height: 16, color: '#1c2733'}},
    {selector: 'node.person', style: {shape: 'ellipse', 'background-color': '#7a8896', width: 18, height: 18}},
    {selector: 'node.body', style: {shape: 'diamond', 'background-color': '#7a8896', width: 20, height: 20}},
    {selector: 'node.address', style: {shape: 'triangle', 'background-color': '#8a6d3b', width: 20, height: 18}},
    {selector: 'node.phone', style: {shape: 'hexagon', 'background-color': '#4b8a7a', width: 20, height: 18}},
    {selector: 'node.red', style: {'background-color': '#d0433a'}}, {selector: 'node.orange', style: {'background-color': '#ee8433'}},
    {selector: 'node.yellow', style: {'background-color': '#f0c02e'}}, {selector: 'node.blue', style: {'background-color': '#3f83d8'}},
    {selector: 'node.centre', style: {width: 34, height: 24, 'border-width': 4, 'border-color': '#12365f', 'font-weight': 'bold'}},
    {selector: 'node.weak', style: {'background-color': '#fff', 'border-width': 2, 'border-style': 'dashed', 'border-color': '#7a8896', color: '#5a6875'}},
    {selector: 'node.guarded', style: {'border-width': 3, 'border-style': 'double', 'border-color': '#1c2733'}},
    {selector: 'node:selected', style: {'border-width': 4, 'border-style': 'solid', 'border-color': '#ffb703'}},
    {selector: 'edge', style: {label: 'data(label)', 'font-size': 10, 'curve-style': 'bezier', 'target-arrow-shape': 'triangle', 'arrow-scale': 0.9, width: 1.2, 'line-color': '#9fb0c1', 'target-arrow-color': '#9fb0c1', color: '#5a6875', 'text-background-color': '#fff', 'text-background-opacity': 1}},
    {selector: 'edge.controls', style: {width: 2.2, 'line-color': '#c9a24b', 'target-arrow-color': '#c9a24b'}},
    {selector: 'edge.supplies, edge.address-of, edge.phone-of', style: {'line-style': 'dotted'}},
    {selector: 'edge.weak', style: {'line-style': 'dashed'}},
    {selector: '.gone', style: {display: 'none'}}
  ];

  var pictures = [];

  var read = function (list) {
    var elements = [];
    list.querySelectorAll('li[data-node]').forEach(function (item) {
      var d = item.dataset;
      var classes = [d.look, d.weak === 'true' ? 'weak' : '', d.guarded === 'true' ? 'guarded' : ''];
      elements.push({group: 'nodes', data: {id: d.node, label: d.name}, classes: classes.join(' ')});
    });
    list.querySelectorAll('li[data-edge-from]').forEach(function (item, number) {
      var d = item.dataset;
      elements.push({
        group: 'edges', data: {id: 'edge ' + number, source: d.edgeFrom, target: d.edgeTo, label: d.edgeLabel, kind: d.edgeKind},
        classes: d.edgeKind + (d.edgeWeak === 'true' ? ' weak' : '')
      });
    });
    return elements;
  };

  // Parties that are still there stay where they are; others find a place among them.
  var fill = function (picture) {
    var list = document.getElementById(picture.element.dataset.graph);
    if (!list || list === picture.list) {
      return;
    }
    picture.list = list;
    var cy = picture.cy;
    var places = {};
    cy.nodes().forEach(function (node) { places[node.id() + ' ' + node.data('label')] = Object.assign({}, node.position()); });
    var elements = read(list);
    var fresh = false;
    elements.forEach(function (element) {
      if (element.group === 'nodes') {
        var place = places[element.data.id + ' ' + element.data.label];
        element.position = place || {x: Math.random() * 400, y: Math.random() * 300};
        fresh = fresh || !place;
      }
    });
    cy.elements().remove();
    cy.add(elements);
    hide(picture);
    if (fresh) {
      // Several relations between two draw them no closer than one.
      var pairs = {};
      cy.elements().filter(function (part) {
        var pair = part.isEdge() ? [part.data('source'), part.data('target')].sort().join(' ') : part.id();
        var first = !pairs[pair];
        pairs[pair] = true;
        return first;
      }).layout({
        name: 'cose', animate: false, padding: 24, randomize: Object.keys(places).length === 0, nodeOverlap: 40,
        nodeRepulsion: function () { return 60000; }, idealEdgeLength: function () { return 110; }
      }).run();
    } else {
      cy.fit(undefined, 24);
    }
    picture.element.dataset.nodes = cy.nodes().length;
    picture.element.dataset.drawn = 'true';
  };

  var hiddenKinds = function () {
    var kinds = {};
    document.querySelectorAll('input[data-kind-shown]').forEach(function (box) {
      if (!box.checked) {
        kinds[box.dataset.kindShown] = true;
      }
    });
    return kinds;
  };

  // What a hidden kind alone ties to the rest goes with it.
  var hide = function (picture) {
    var kinds = hiddenKinds();
    var cy = picture.cy;
    cy.batch(function () {
      cy.elements().removeClass('gone');
      cy.edges().forEach(function (edge) { edge.toggleClass('gone', kinds[edge.data('kind')] === true); });
      var centre = cy.nodes('.centre');
      if (centre.length > 0 && Object.keys(kinds).length > 0) {
        var kept = cy.elements().not('.gone');
        var reached = kept.bfs({roots: centre, directed: false}).path.union(centre);
        cy.nodes().not(reached).addClass('gone');
      }
    });
    picture.element.dataset.edges = cy.edges().not('.gone').length;
  };

  var hideRows = function () {
    var kinds = hiddenKinds();
    document.querySelectorAll('#relations tr[data-kind]').forEach(function (row) { row.hidden = kinds[row.dataset.kind] === true; });
  };

  var tell = function (picture, id) {
    var panel = document.getElementById(picture.element.dataset.facts);
    var item = picture.list.querySelector('li[data-node="' + window.CSS.escape(id) + '"]');
    if (panel && item) {
      panel.replaceChildren();
      item.childNodes.forEach(function (part) { panel.appendChild(part.cloneNode(true)); });
    }
  };

  var draw = function (element) {
    if (!window.cytoscape) {
      element.remove();
      return;
    }
    var picture = {
      element: element, list: null,
      cy: window.cytoscape({container: element, elements: [], style: STYLE, userZoomingEnabled: element.classList.contains('tall'), boxSelectionEnabled: false, maxZoom: 1.6, minZoom: 0.2})
    };
    picture.cy.on('tap', 'node', function (event) { tell(picture, event.target.id()); });
    pictures.push(picture);
    element.cytoscape = picture.cy;
    fill(picture);
  };

  var look = function () {
    pictures = pictures.filter(function (picture) { return picture.element.isConnected; });
    document.querySelectorAll('[data-graph]:not([data-drawn])').forEach(draw);
    pictures.forEach(fill);
    hideRows();
  };

  // The slider speaks through the field of the day, which also works without it.
  document.addEventListener('input', function (event) {
    var slides = event.target.dataset ? event.target.dataset.slides : null;
    if (slides) {
      var day = new Date(Number(event.target.value) * 86400000).toISOString().slice(0, 10);
      document.getElementById(slides).value = day;
      event.target.setAttribute('aria-valuetext', day);
    }
  });
  document.addEventListener('change', function (event) {
    if (event.target.dataset && event.target.dataset.kindShown) {
      pictures.forEach(hide);
      hideRows();
    }
    var slider = document.querySelector('[data-slides="' + event.target.id + '"]');
    if (slider && event.target.value) {
      slider.value = Math.round(Date.parse(event.target.value) / 86400000);
    }
  });

  window.addEventListener('load', look);
  document.addEventListener('htmx:afterSettle', look);
})();
