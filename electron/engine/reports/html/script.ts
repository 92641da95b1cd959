/**
 * What the page can do where scripts may run: search, fold and unfold, say how many are shown. Fixed text, named by
 * its hash in the page's policy; numbers and words come from attributes.
 */
export const scriptText = `
(function(){
'use strict';
var root=document.documentElement;root.classList.add('js');
var devices=[].slice.call(document.querySelectorAll('.device'));
var search=document.getElementById('search'),count=document.getElementById('count'),nothing=document.getElementById('nothing');
var picks=[].slice.call(document.querySelectorAll('.pick'));
var texts=[];
function picked(){for(var i=0;i<picks.length;i++)if(picks[i].checked)return picks[i].value;return 'all'}
function refresh(){
var words=search.value.toLowerCase().split(/\\s+/).filter(Boolean),verdict=picked(),shown=0;
devices.forEach(function(device,i){
if(words.length&&texts[i]===undefined)texts[i]=device.textContent.toLowerCase();
var found=words.every(function(word){return texts[i].indexOf(word)!==-1});
device.hidden=!found;
if(found&&(verdict==='all'||device.getAttribute('data-verdict')===verdict))shown++;
});
count.textContent=count.getAttribute('data-text').replace('{{shown}}',shown).replace('{{total}}',devices.length);
nothing.hidden=shown>0||devices.length===0;
}
function fold(open){devices.forEach(function(device){device.open=open})}
var timer;
search.addEventListener('input',function(){clearTimeout(timer);timer=setTimeout(refresh,120)});
picks.forEach(function(pick){pick.addEventListener('change',refresh)});
document.getElementById('expand').addEventListener('click',function(){fold(true)});
document.getElementById('collapse').addEventListener('click',function(){fold(false)});
function openTarget(){
var target=location.hash.length>1&&document.getElementById(decodeURIComponent(location.hash.slice(1)));
if(target&&target.classList.contains('device')){if(target.hidden||getComputedStyle(target).display==='none'){document.getElementById('f-all').checked=true;search.value='';refresh()}target.open=true;target.scrollIntoView()}
}
addEventListener('hashchange',openTarget);
var folded=[];
addEventListener('beforeprint',function(){folded=[].slice.call(document.querySelectorAll('details:not([open])'));folded.forEach(function(each){each.open=true})});
addEventListener('afterprint',function(){folded.forEach(function(each){each.open=false})});
devices.forEach(function(device){if(device.getAttribute('data-verdict')==='pass')device.open=false});
[].slice.call(document.querySelectorAll('.command[data-plain]')).forEach(function(each){each.open=false});
refresh();openTarget();
})();
`;
