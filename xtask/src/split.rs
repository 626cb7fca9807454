//! Cuts a module in two: what is needed to read a file stays, all else goes into a second module that is loaded behind it.
//!
//! The first module keeps everything that its exports can reach, the memory and the tables. The second one brings no
//! memory of its own: it imports the first one's exports under the name `first` and, when it is made, puts its functions
//! into the free places of the first one's table. An export of the first module whose function went is a stub that calls
//! through the table, so that the bindings of wasm-bindgen know nothing of the cut. To call it before the second module is
//! made is a trap.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use anyhow::{Context, Result, bail};
use walrus::ir::{self, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind, GlobalKind,
    ImportedFunction, Module, TableId, TypeId,
};

/// What the second module calls the first.
const FIRST: &str = "first";

/// Cuts the module `whole` in two. Beside `roots`, the first part keeps what wasm-bindgen exports for itself.
pub fn split(whole: &Path, roots: &[&str], second: &Path) -> Result<()> {
    let bytes = std::fs::read(whole)?;
    let mut first = Module::from_buffer(&bytes)?;
    let mut rest = Module::from_buffer(&bytes)?;
    let kept = Kept::of(&first, roots)?;
    let links = kept.cut(&mut first)?;
    links.complete(&kept, &mut rest)?;
    first.emit_wasm_file(whole)?;
    rest.emit_wasm_file(second)
}

/// Which functions stay, by their place in the module: both parts begin as the same module.
struct Kept(HashSet<usize>);

/// What a function refers to.
#[derive(Default)]
struct Uses {
    functions: Vec<FunctionId>,
    /// Types of what it calls through the table.
    called: Vec<TypeId>,
}

impl<'a> Visitor<'a> for Uses {
    fn visit_call(&mut self, call: &ir::Call) {
        self.functions.push(call.func);
    }
    fn visit_return_call(&mut self, call: &ir::ReturnCall) {
        self.functions.push(call.func);
    }
    fn visit_ref_func(&mut self, reference: &ir::RefFunc) {
        self.functions.push(reference.func);
    }
    fn visit_call_indirect(&mut self, call: &ir::CallIndirect) {
        self.called.push(call.ty);
    }
    fn visit_return_call_indirect(&mut self, call: &ir::ReturnCallIndirect) {
        self.called.push(call.ty);
    }
}

fn uses(module: &Module, function: FunctionId) -> Uses {
    let mut uses = Uses::default();
    if let FunctionKind::Local(body) = &module.funcs.get(function).kind {
        dfs_in_order(&mut uses, body, body.entry_block());
    }
    uses
}

impl Kept {
    /// All that the roots reach. Who calls through the table may reach every function of the type in it.
    fn of(module: &Module, roots: &[&str]) -> Result<Kept> {
        if let Some(lost) =
            roots.iter().find(|root| module.exports.iter().all(|export| export.name != **root))
        {
            bail!("the module has no export '{lost}'");
        }
        let in_table: Vec<FunctionId> = placed(module)?.into_iter().map(|(_, function)| function).collect();
        let mut next: Vec<FunctionId> = module.start.into_iter().collect();
        for export in module.exports.iter() {
            if let ExportItem::Function(function) = export.item
                && (export.name.starts_with("__") || roots.contains(&export.name.as_str()))
            {
                next.push(function);
            }
        }
        let mut kept = HashSet::new();
        let mut called = HashSet::new();
        while let Some(function) = next.pop() {
            if !kept.insert(function.index()) {
                continue;
            }
            let uses = uses(module, function);
            next.extend(uses.functions);
            for ty in uses.called {
                if called.insert(ty) {
                    next.extend(in_table.iter().filter(|&&f| module.funcs.get(f).ty() == ty));
                }
            }
        }
        Ok(Kept(kept))
    }

    fn has(&self, function: FunctionId) -> bool {
        self.0.contains(&function.index())
    }

    /// Takes everything else out of the module, and says how the other part is to be tied to it.
    fn cut(&self, module: &mut Module) -> Result<Links> {
        let table = function_table(module)?;
        let mut slots = HashMap::new();
        let (stay, go): (Vec<_>, Vec<_>) =
            placed(module)?.into_iter().partition(|(_, function)| self.has(*function));
        place(module, table, &stay);
        slots.extend(go.into_iter().map(|(slot, function)| (function.index(), slot)));

        let mut size = module.tables.get(table).initial as u32;
        let exported: Vec<_> = module.exports.iter().map(|export| (export.id(), export.item)).collect();
        for (export, item) in exported {
            let ExportItem::Function(function) = item else { continue };
            if self.has(function) {
                continue;
            }
            let slot = *slots.entry(function.index()).or_insert_with(|| {
                size += 1;
                size - 1
            });
            let stub = stub(module, function, table, slot);
            module.exports.get_mut(export).item = ExportItem::Function(stub);
        }
        let table_size = module.tables.get_mut(table);
        table_size.initial = size.into();
        table_size.maximum = table_size.maximum.map(|most| most.max(size.into()));

        // What the other part uses of this one.
        let mut names = HashMap::new();
        let going: Vec<FunctionId> = module.funcs.iter().map(|f| f.id()).filter(|f| !self.has(*f)).collect();
        let shared: HashSet<usize> = going
            .iter()
            .flat_map(|&function| uses(module, function).functions)
            .filter(|used| self.has(*used) || is_imported(module, *used))
            .map(|used| used.index())
            .collect();
        let shared: Vec<FunctionId> =
            module.funcs.iter().map(|f| f.id()).filter(|f| shared.contains(&f.index())).collect();
        let mut export = |module: &mut Module, item: ExportItem| {
            let name = format!("{:x}", names.len());
            module.exports.add(&name, item);
            names.insert(key(item), name);
        };
        for function in shared {
            export(module, function.into());
        }
        for memory in module.memories.iter().map(|m| m.id()).collect::<Vec<_>>() {
            export(module, memory.into());
        }
        for table in module.tables.iter().map(|t| t.id()).collect::<Vec<_>>() {
            export(module, table.into());
        }
        for global in module.globals.iter().map(|g| g.id()).collect::<Vec<_>>() {
            export(module, global.into());
        }
        walrus::passes::gc::run(module);
        Ok(Links { names, slots, size })
    }
}

/// What the second part needs to know of the first.
struct Links {
    /// Under which name the first part exports what.
    names: HashMap<(u8, usize), String>,
    /// Where in the table the functions that went belong.
    slots: HashMap<usize, u32>,
    /// Places in the table.
    size: u32,
}

/// Kind and place of something exported.
fn key(item: ExportItem) -> (u8, usize) {
    match item {
        ExportItem::Function(id) => (0, id.index()),
        ExportItem::Table(id) => (1, id.index()),
        ExportItem::Memory(id) => (2, id.index()),
        ExportItem::Global(id) => (3, id.index()),
        ExportItem::Tag(id) => (4, id.index()),
    }
}

impl Links {
    /// Makes the second part of a copy of the whole.
    fn complete(&self, kept: &Kept, module: &mut Module) -> Result<()> {
        let table = function_table(module)?;
        let exports: Vec<_> = module.exports.iter().map(|export| export.id()).collect();
        exports.into_iter().for_each(|export| module.exports.delete(export));
        module.start = None;
        let data: Vec<_> = module.data.iter().map(|data| data.id()).collect();
        for segment in data {
            module.data.delete(segment);
        }
        let name = |item: ExportItem| self.names.get(&key(item)).cloned();
        for memory in module.memories.iter().map(|memory| memory.id()).collect::<Vec<_>>() {
            let name = name(memory.into()).context("the first part keeps its memory to itself")?;
            let import = module.imports.add(FIRST, &name, memory);
            let memory = module.memories.get_mut(memory);
            memory.import = Some(import);
            memory.data_segments.clear();
        }
        for id in module.tables.iter().map(|table| table.id()).collect::<Vec<_>>() {
            let name = name(id.into()).context("the first part keeps a table to itself")?;
            let import = module.imports.add(FIRST, &name, id);
            let imported = module.tables.get_mut(id);
            imported.import = Some(import);
            if id == table {
                imported.initial = self.size.into();
                imported.maximum = imported.maximum.map(|most| most.max(self.size.into()));
            }
        }
        for global in module.globals.iter().map(|global| global.id()).collect::<Vec<_>>() {
            let name = name(global.into()).context("the first part keeps a global to itself")?;
            let import = module.imports.add(FIRST, &name, global);
            module.globals.get_mut(global).kind = GlobalKind::Import(import);
        }
        let functions: Vec<FunctionId> = module.funcs.iter().map(|function| function.id()).collect();
        for &function in &functions {
            let Some(name) = name(function.into()) else { continue };
            let ty = module.funcs.get(function).ty();
            if let FunctionKind::Import(import) = &module.funcs.get(function).kind {
                let import = module.imports.get_mut(import.import);
                import.module = FIRST.into();
                import.name = name;
            } else {
                let import = module.imports.add(FIRST, &name, function);
                module.funcs.get_mut(function).kind = FunctionKind::Import(ImportedFunction { ty, import });
            }
        }
        let mut gone: Vec<(u32, FunctionId)> = functions
            .into_iter()
            .filter(|function| !kept.has(*function))
            .filter_map(|function| Some((*self.slots.get(&function.index())?, function)))
            .collect();
        gone.sort_unstable_by_key(|(slot, _)| *slot);
        place(module, table, &gone);
        walrus::passes::gc::run(module);
        Ok(())
    }
}

fn is_imported(module: &Module, function: FunctionId) -> bool {
    matches!(module.funcs.get(function).kind, FunctionKind::Import(_))
}

fn function_table(module: &Module) -> Result<TableId> {
    module.tables.main_function_table()?.context("the module has no table of functions")
}

/// What stands in the table of functions, by its place.
fn placed(module: &Module) -> Result<Vec<(u32, FunctionId)>> {
    let table = function_table(module)?;
    let mut placed = Vec::new();
    for element in module.elements.iter() {
        match (&element.kind, &element.items) {
            (
                ElementKind::Active { table: at, offset: ConstExpr::Value(ir::Value::I32(from)) },
                ElementItems::Functions(functions),
            ) if *at == table => {
                placed.extend((*from as u32..).zip(functions.iter().copied()));
            }
            (ElementKind::Declared, _) => {}
            _ => bail!("the module fills a table in a way that is not known here"),
        }
    }
    Ok(placed)
}

/// Makes `functions`, in the order of their places, all that the module puts into the table.
fn place(module: &mut Module, table: TableId, functions: &[(u32, FunctionId)]) {
    let elements: Vec<_> = module.elements.iter().map(|element| element.id()).collect();
    elements.into_iter().for_each(|element| module.elements.delete(element));
    module.tables.get_mut(table).elem_segments.clear();
    for run in functions.chunk_by(|(a, _), (b, _)| a + 1 == *b) {
        let Some((from, _)) = run.first() else { continue };
        let offset = ConstExpr::Value(ir::Value::I32(*from as i32));
        let items = ElementItems::Functions(run.iter().map(|(_, function)| *function).collect());
        let element = module.elements.add(ElementKind::Active { table, offset }, items);
        module.tables.get_mut(table).elem_segments.insert(element);
    }
}

/// A function that calls the one in a place of the table.
fn stub(module: &mut Module, function: FunctionId, table: TableId, slot: u32) -> FunctionId {
    let ty = module.funcs.get(function).ty();
    let (parameters, results) = module.types.params_results(ty);
    let (parameters, results) = (parameters.to_vec(), results.to_vec());
    let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
    let arguments: Vec<_> = parameters.iter().map(|ty| module.locals.add(*ty)).collect();
    let mut body = builder.func_body();
    for argument in &arguments {
        body.local_get(*argument);
    }
    body.i32_const(slot as i32).call_indirect(ty, table);
    builder.finish(arguments, &mut module.funcs)
}
